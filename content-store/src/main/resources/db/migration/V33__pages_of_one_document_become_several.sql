-- Documents made of pages of other documents: which page came from which. What they were made of is DIVIDED.
create table document_source (
    document_id uuid not null references document,
    page int not null,
    source_id uuid not null references document,
    source_page int not null,
    primary key (document_id, page)
);
create index document_source_of on document_source (source_id, source_page);

-- The number on the paper's label, given once (ASN).
create table archive_number (
    number bigint primary key,
    document_id uuid not null references document
);
create index archive_number_of_document on archive_number (document_id);
