-- Words that an organisation puts on documents and cases; folded: how names are compared.
create table tag (
    id uuid primary key default uuidv7(),
    name text not null,
    folded text not null unique,
    colour text not null,
    version bigint not null default 1
);

create table document_tag (
    document_id uuid not null references document on delete cascade,
    tag_id uuid not null references tag on delete cascade,
    primary key (document_id, tag_id)
);
create index document_tag_of on document_tag (tag_id, document_id);

create table case_tag (
    case_id uuid not null references case_file on delete cascade,
    tag_id uuid not null references tag on delete cascade,
    primary key (case_id, tag_id)
);
create index case_tag_of on case_tag (tag_id, case_id);

-- Flags for following up: one of one's own, and one that all see who see the document.
create table document_mark (
    document_id uuid not null references document on delete cascade,
    user_id uuid not null references users,
    shared boolean not null,
    marked_at timestamptz not null
);
create unique index document_mark_own on document_mark (document_id, user_id) where not shared;
create unique index document_mark_shared on document_mark (document_id) where shared;
create index document_mark_of on document_mark (user_id, marked_at, document_id) where not shared;
create index document_mark_by_time on document_mark (marked_at, document_id) where shared;
