-- What people consent to in a case: which data of which kinds may go to whom, what for, from when to when.
create table consent (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file on delete cascade,
    party_id uuid not null references party,
    purpose text not null,
    categories text[] not null check (cardinality(categories) > 0),
    form text not null check (form in ('WRITTEN', 'ELECTRONIC', 'ORAL')),
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    document_id uuid references document on delete set null,
    withdrawn_on date,
    withdrawn_why text,
    withdrawn_by uuid references users,
    noted_by uuid not null references users,
    noted_at timestamptz not null,
    version bigint not null default 1,
    check ((withdrawn_on is null) = (withdrawn_by is null))
);
create index consent_of_case on consent (case_id, id);
create index consent_shown_by on consent (document_id) where document_id is not null;

-- To whom; and when each was told that it holds no longer.
create table consent_recipient (
    consent_id uuid not null references consent on delete cascade,
    party_id uuid not null references party,
    told_on date,
    told_by uuid references users,
    primary key (consent_id, party_id),
    check ((told_on is null) = (told_by is null))
);

-- Who was told or sent what, when; without a consent for all of it only with the reason why that may be. It stays.
create table disclosure (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file on delete cascade,
    party_id uuid not null references party,
    what text not null,
    categories text[] not null check (cardinality(categories) > 0),
    way text not null check (way in ('LETTER', 'MAIL', 'TELEPHONE', 'MEETING', 'PLATFORM')),
    told_on date not null,
    document_id uuid references document on delete set null,
    basis text,
    noted_by uuid not null references users,
    noted_at timestamptz not null,
    version bigint not null default 1
);
create index disclosure_of_case on disclosure (case_id, told_on desc, id desc);
create index disclosure_about on disclosure (document_id) where document_id is not null;

-- Under which consents it was told.
create table disclosure_consent (
    disclosure_id uuid not null references disclosure on delete cascade,
    consent_id uuid not null references consent on delete cascade,
    primary key (disclosure_id, consent_id)
);
create index disclosure_under on disclosure_consent (consent_id);
