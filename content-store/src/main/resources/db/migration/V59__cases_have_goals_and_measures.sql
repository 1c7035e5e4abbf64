-- The plan of a case: goals under goals, measures under goals, and each version of the plan that was agreed, kept as it was.
create table goal (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file on delete cascade,
    parent_id uuid references goal on delete cascade,
    level text not null check (level in ('MAIN', 'PARTIAL', 'ACTION')),
    what text not null,
    need text,
    horizon text not null check (horizon in ('LONG', 'MID', 'SHORT')),
    priority smallint not null check (priority between 1 and 3),
    due_on date,
    indicator text,
    unit text,
    start_value numeric,
    target_value numeric,
    current_value numeric,
    measured_on date,
    conflict text,
    settlement text,
    state text not null default 'OPEN' check (state in ('OPEN', 'ASSESSED', 'GIVEN_UP')),
    attained smallint check (attained between -2 and 2),
    explanation text,
    ended_by uuid references users,
    ended_at timestamptz,
    version bigint not null default 1,
    check ((level = 'MAIN') = (parent_id is null)),
    check ((indicator is null) = (start_value is null) and (indicator is null) = (target_value is null)),
    check ((state = 'ASSESSED') = (attained is not null)),
    check ((state = 'OPEN') = (ended_at is null))
);
create index goal_of_case on goal (case_id, id);
create index goal_of_parent on goal (parent_id) where parent_id is not null;

create table measure (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file on delete cascade,
    goal_id uuid not null references goal on delete cascade,
    what text not null,
    party_id uuid references party,
    place text,
    how text,
    starts_on date,
    ends_on date,
    cost numeric,
    currency text,
    state text not null default 'PLANNED' check (state in ('PLANNED', 'RUNNING', 'DONE', 'GIVEN_UP')),
    version bigint not null default 1,
    check ((cost is null) = (currency is null))
);
create index measure_of_case on measure (case_id, id);
create index measure_of_goal on measure (goal_id);
create index measure_by_party on measure (party_id) where party_id is not null;

-- goals and measures: arrays of rows of the tables above, as jsonb_populate_recordset takes them back.
create table plan_version (
    case_id uuid not null references case_file on delete cascade,
    number integer not null check (number > 0),
    reason text not null,
    agreed_on date not null,
    review_on date,
    settled_by uuid not null references users,
    settled_at timestamptz not null,
    goals jsonb not null,
    measures jsonb not null,
    primary key (case_id, number)
);

create table plan_agreement (
    case_id uuid not null,
    number integer not null,
    party_id uuid not null references party,
    primary key (case_id, number, party_id),
    foreign key (case_id, number) references plan_version on delete cascade
);
create index plan_agreement_of_party on plan_agreement (party_id);
