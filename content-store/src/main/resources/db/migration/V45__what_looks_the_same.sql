-- The min-hash of the words of a document (see Likeness), and its bands, by which documents alike are found.
create table document_likeness (
    document_id uuid primary key references document on delete cascade,
    minima bytea not null
);
create table document_band (
    band bigint not null,
    document_id uuid not null references document on delete cascade,
    primary key (band, document_id)
);
create index document_band_of_document on document_band (document_id);
