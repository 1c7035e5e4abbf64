-- The signatures that a file bears, as checked when it was read.
create table document_signature (
    document_id uuid not null references document,
    ordinal int not null,
    signer text not null,
    signed_at timestamptz,
    whole boolean not null,
    state text not null,
    primary key (document_id, ordinal)
);
