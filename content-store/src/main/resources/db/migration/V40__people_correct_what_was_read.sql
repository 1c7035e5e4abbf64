-- What people say that a page says, beside what was read. Every version stays; the last one holds, and without a text it is
-- again what was read. The digest is of what had been read at that time.
create table text_correction (
    document_id uuid not null references document,
    page int not null,
    version int not null,
    text text,
    read_digest text not null,
    user_id uuid not null references users,
    made_by text not null,
    made_at timestamptz not null,
    primary key (document_id, page, version)
);
