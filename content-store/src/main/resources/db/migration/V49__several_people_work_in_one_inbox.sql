-- Who is working on a waiting document just now; past its end the claim counts for nothing.
create table document_claim (
    document_id uuid primary key references document on delete cascade,
    user_id uuid not null references users,
    until timestamptz not null
);
create index document_claim_of_user on document_claim (user_id);

-- A waiting document handed to a colleague, with a note.
create table document_handed (
    document_id uuid primary key references document on delete cascade,
    user_id uuid not null references users,
    note text,
    by_user uuid not null references users,
    at timestamptz not null
);
create index document_handed_to on document_handed (user_id, document_id);

-- The last decision on a document that a person can take back, and how it stood before. The version is the one that the
-- decision made: when the document has another, something else has happened since.
create table document_step (
    document_id uuid primary key references document on delete cascade,
    user_id uuid not null references users,
    at timestamptz not null,
    version bigint not null,
    state text not null,
    reason text
);

create index document_not_ours on document (id) where state = 'NOT_OURS';
