-- Types of documents that an organisation adds; names by language (ISO 639-1). One that is not offered stays on its documents.
create table document_type (
    key text primary key check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
    names jsonb not null,
    offered boolean not null default true,
    version bigint not null default 1
);
