-- What a case waits for. A document counts as the one that arrived only while the state says so: while what arrived is in
-- the trash, the case waits again and the row still knows it.
create table awaited_document (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file on delete cascade,
    what text not null,
    party_id uuid references party,
    type text,
    asked_on date not null,
    due_on date,
    state text not null default 'OPEN' check (state in ('OPEN', 'ARRIVED', 'GIVEN_UP')),
    document_id uuid references document on delete set null,
    noted_by uuid not null references users,
    noted_at timestamptz not null,
    version bigint not null default 1
);
create index awaited_document_of_case on awaited_document (case_id, id);
create index awaited_document_from on awaited_document (party_id, case_id) where state = 'OPEN' and party_id is not null;
create index awaited_document_arrived on awaited_document (document_id) where document_id is not null;
