-- Numbers as they are compared when a letter may be taken for a digit; see Numbers.fold.
alter table party_identifier add column folded text collate "C"
    generated always as (translate(upper(normalised), 'OQILJSBZ', '00111582')) stored;
create index party_identifier_folded on party_identifier (folded);

-- Keys under which the names of a party are found in a text; how they were made tells when to make them anew.
create table party_name (
    party_id uuid not null references party,
    key text not null collate "C",
    primary key (party_id, key)
);
create index party_name_by_key on party_name (key);
alter table party add column name_keys int not null default 0;
create index party_without_name_keys on party (name_keys);

-- Numbers and addresses that stand in a document, folded.
create table document_trace (
    document_id uuid not null references document,
    token text not null collate "C",
    primary key (document_id, token)
);
create index document_trace_by_token on document_trace (token, document_id desc);

-- What filing made of a document, with all it knew, and what became of it.
create table filing_decision (
    document_id uuid primary key references document,
    at timestamptz not null,
    model int not null,
    threshold double precision,
    candidates jsonb not null,
    best_case uuid,
    probability double precision not null,
    alone boolean not null,
    decided_case uuid,
    taken_back boolean not null default false,
    decided_at timestamptz
);
create index filing_decision_decided on filing_decision (decided_at) where decided_at is not null;
create index filing_decision_recent on filing_decision (at desc);
create index filing_decision_alone on filing_decision (at desc, document_id) where alone;

-- The weights of evidence, one row for each fit.
create table filing_model (
    version int primary key,
    weights jsonb not null,
    threshold double precision,
    decisions int not null,
    fitted_at timestamptz not null
);
