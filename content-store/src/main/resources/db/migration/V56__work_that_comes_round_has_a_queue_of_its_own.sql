-- Work that comes round, such as the weekly sample: a table of the same layout as scheduled_tasks, so that the workers of
-- either queue never meet work that they do not know.
create table recurring_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index recurring_tasks_by_time on recurring_tasks (execution_time);
create index recurring_tasks_by_heartbeat on recurring_tasks (last_heartbeat);
