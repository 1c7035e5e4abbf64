-- Jobs for people who wait: a table of the same layout as scheduled_tasks, so that workers of their own take them and
-- none of them ever stands behind a bulk import that occupies all other workers.
create table urgent_tasks (
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
create index urgent_tasks_by_time on urgent_tasks (execution_time);
create index urgent_tasks_by_heartbeat on urgent_tasks (last_heartbeat);
create index urgent_tasks_by_priority on urgent_tasks (priority desc, execution_time asc);
