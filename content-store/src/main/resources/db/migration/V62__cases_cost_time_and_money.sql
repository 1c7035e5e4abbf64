-- Time spent on a case and expenses, in the currency of the house. What was removed stays and does not count.
create table cost_entry (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file on delete cascade,
    what text not null,
    spent_on date not null,
    minutes int check (minutes > 0),
    per_hour numeric(12, 2),
    amount numeric(12, 2) not null check (amount >= 0),
    document_id uuid references document on delete set null,
    created_by uuid not null references users,
    created_at timestamptz not null,
    removed_by uuid references users,
    removed_at timestamptz,
    version bigint not null default 1,
    check ((minutes is null) = (per_hour is null)),
    check ((removed_by is null) = (removed_at is null))
);
create index cost_entry_of_case on cost_entry (case_id, spent_on desc, id desc);
create index cost_entry_about on cost_entry (document_id) where document_id is not null;

alter table case_file add column budget numeric(12, 2) check (budget >= 0);
