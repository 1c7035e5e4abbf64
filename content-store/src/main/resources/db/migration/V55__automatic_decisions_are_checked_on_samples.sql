-- The folder, mailbox or program by which something came, where the channel can tell.
alter table item add column source text;
update item set source = hints[1] 
where channel = 'HOT_FOLDER' and cardinality(hints) > 0 and hints[1] !~ '[0-9]{4}-[0-9]{6}-[0-9]';
update item set source = sender where channel = 'REST' and sender is not null;

-- What the program itself did with a document, which people may have changed since.
alter table filing_decision add column filed_case uuid;
alter table filing_decision add column filed_type text;
update filing_decision k
set filed_case = best_case,
    filed_type = (select j.details ->> 'type' from journal j
                  where j.document_id = k.document_id and j.action = 'DOCUMENT_FILED' and j.actor_user is null
                  order by j.seq desc limit 1)
where alone;

-- A random draw from what was filed alone from one moment until before another; the same seed draws the same again.
create table quality_sample (
    id uuid primary key default uuidv7(),
    since timestamptz not null,
    until timestamptz not null unique,
    seed bigint not null,
    wanted int not null,
    population int not null,
    drawn_at timestamptz not null
);

-- One document of a sample, as the program had filed it, and what a person says of that.
create table quality_check (
    id uuid primary key default uuidv7(),
    sample_id uuid not null references quality_sample,
    position int not null,
    document_id uuid not null references document on delete cascade,
    filed_at timestamptz not null,
    case_id uuid not null,
    type text,
    verdict text check (verdict in ('RIGHT', 'WRONG', 'UNSURE')),
    wrong_case boolean not null default false,
    wrong_type boolean not null default false,
    wrong_field boolean not null default false,
    user_id uuid references users,
    made_at timestamptz,
    unique (sample_id, position),
    check ((verdict = 'WRONG') is not distinct from (wrong_case or wrong_type or wrong_field)
        or (verdict is null and not (wrong_case or wrong_type or wrong_field)))
);
create index quality_check_of_document on quality_check (document_id);
create index quality_check_by_time on quality_check (filed_at);
create index quality_check_open on quality_check (sample_id, position) where verdict is null;
create index quality_check_of_user on quality_check (user_id, made_at) where user_id is not null;
