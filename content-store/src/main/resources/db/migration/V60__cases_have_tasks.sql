-- What somebody has to do in a case, by when. Nobody's when the assignee is null.
create table task (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file on delete cascade,
    what text not null,
    note text,
    assignee uuid references users,
    due_on date,
    document_id uuid references document on delete set null,
    state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
    outcome text,
    created_by uuid not null references users,
    created_at timestamptz not null,
    ended_by uuid references users,
    ended_at timestamptz,
    version bigint not null default 1,
    check ((state = 'OPEN') = (ended_at is null))
);
create index task_of_case on task (case_id, id);
create index task_of_assignee on task (assignee, (coalesce(due_on, 'infinity')), id) where state = 'OPEN';
create index task_of_nobody on task ((coalesce(due_on, 'infinity')), id) where state = 'OPEN' and assignee is null;
create index task_open on task ((coalesce(due_on, 'infinity')), id) where state = 'OPEN';
create index task_about on task (document_id) where document_id is not null;
