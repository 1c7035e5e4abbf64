-- What whoever scans a page should know of it: blurred, cut, blank … Page 0: of the whole document. A person may say that it
-- is fine as it is.
create table document_hint (
    document_id uuid not null references document,
    page int not null,
    kind text not null,
    detail text not null,
    dismissed boolean not null default false,
    primary key (document_id, page, kind)
);
