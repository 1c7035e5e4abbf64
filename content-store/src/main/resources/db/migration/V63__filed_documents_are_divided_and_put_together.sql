-- The version that documents made of pages of filed ones had at first: while they have it, nobody has changed them, and
-- what they were made of can be made whole again.
create table document_made (
    document_id uuid primary key references document on delete cascade,
    version bigint not null
);

-- Tasks, awaited documents and costs follow the pages of the document they are about; here is which one that was before.
create table document_link (
    made_id uuid not null references document on delete cascade,
    subject uuid not null,
    source_id uuid not null references document on delete cascade,
    primary key (made_id, subject)
);
create index document_link_of_source on document_link (source_id);
