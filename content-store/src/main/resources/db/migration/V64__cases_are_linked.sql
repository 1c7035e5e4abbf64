-- Cases that have to do with each other: one row for both, read the other way round from the other case.
create table case_link (
    id uuid primary key default uuidv7(),
    from_id uuid not null references case_file on delete cascade,
    to_id uuid not null references case_file on delete cascade,
    kind text not null check (kind in ('RELATED', 'HOUSEHOLD', 'PART_OF', 'HAS_PART', 'FOLLOWS', 'FOLLOWED_BY')),
    note text,
    linked_by uuid not null references users,
    linked_at timestamptz not null,
    check (from_id <> to_id)
);
create unique index case_link_once on case_link (least(from_id, to_id), greatest(from_id, to_id));
create index case_link_from on case_link (from_id);
create index case_link_to on case_link (to_id);
