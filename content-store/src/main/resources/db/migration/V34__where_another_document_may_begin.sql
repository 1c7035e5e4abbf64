-- Pages on which, by their looks, another document begins; a person confirms or dismisses.
create table document_boundary (
    document_id uuid not null references document,
    page int not null,
    score double precision not null,
    reasons jsonb not null,
    dismissed boolean not null default false,
    primary key (document_id, page)
);
