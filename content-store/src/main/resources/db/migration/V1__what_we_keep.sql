-- What Liasse keeps. PostgreSQL 18 or later (uuidv7).
-- Ids are time-ordered, so "newest first" of received things is descending id, and every list is paged by its index.

create table users (
    id uuid primary key default uuidv7(),
    username text not null collate "C",
    display_name text not null,
    language text not null,
    roles text[] not null,
    enabled boolean not null default true,
    password_hash text not null,
    created_at timestamptz not null,
    version bigint not null default 1
);
create unique index users_by_name on users (lower(username));

create table api_token (
    id uuid primary key default uuidv7(),
    user_id uuid not null references users,
    name text not null,
    digest text not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz
);
create index api_token_of_user on api_token (user_id);

create table party (
    id uuid primary key default uuidv7(),
    kind text not null,
    name text not null,
    words tsvector not null,
    birth_date date,
    language text,
    place text,
    version bigint not null default 1
);
create index party_by_word on party using gin (words);

create table party_identifier (
    party_id uuid not null references party,
    ordinal int not null,
    scheme text not null,
    value text not null,
    normalised text not null collate "C",
    primary key (party_id, ordinal)
);
create index party_by_identifier on party_identifier (normalised, scheme);

-- The last number given in each year.
create table case_number (
    year int primary key,
    last int not null
);

create table case_file (
    id uuid primary key default uuidv7(),
    year int not null,
    number int not null,
    type text not null,
    title text not null,
    words tsvector not null,
    phase text not null,
    state text not null default 'OPEN',
    sealed boolean not null default false,
    manager uuid references users,
    opened_by uuid references users,
    opened_at timestamptz not null,
    closed_at timestamptz,
    changed_at timestamptz not null,
    version bigint not null default 1,
    unique (year, number)
);
create index case_file_by_change on case_file (changed_at desc, id desc);
create index case_file_by_manager on case_file (manager, changed_at desc, id desc);
create index case_file_by_state on case_file (state, changed_at desc, id desc);
create index case_file_by_type on case_file (type, changed_at desc, id desc);
create index case_file_by_phase on case_file (phase, changed_at desc, id desc);
create index case_file_sealed on case_file (id) where sealed;
create index case_file_by_word on case_file using gin (words);

-- Rights on single cases; strength 1 READ, 2 WRITE, 3 MANAGE.
create table case_right (
    case_id uuid not null references case_file,
    user_id uuid not null references users,
    strength smallint not null check (strength between 1 and 3),
    primary key (user_id, case_id)
);
create index case_right_of_case on case_right (case_id, user_id);

create table participant (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file,
    party_id uuid not null references party,
    role text not null,
    since timestamptz not null,
    until timestamptz
);
create index participant_of_case on participant (case_id);
create index participant_of_party on participant (party_id, case_id);
create unique index participant_now on participant (case_id, party_id, role) where until is null;

-- One line for everything received. The digest stands for the source key, which may be long.
create table item (
    id uuid primary key default uuidv7(),
    channel text not null,
    source_key text,
    source_digest text,
    state text not null default 'RECEIVED',
    name text not null,
    sender text,
    size bigint not null,
    sha256 text not null,
    message_id text collate "C",
    thread_ids text[] not null,
    hints text[] not null,
    posted_by uuid references users,
    received_at timestamptz not null,
    documents int not null default 1
);
create unique index item_taken_once on item (channel, source_digest);
create index item_by_state on item (state, id);
create index item_by_channel on item (channel, id);
create index item_by_message on item (message_id) where message_id is not null;
create index item_by_poster on item (posted_by, id) where posted_by is not null;
create index item_by_day on item (received_at);

create table document (
    id uuid primary key default uuidv7(),
    item_id uuid not null references item,
    parent_id uuid references document,
    ordinal int not null default 0,
    case_id uuid references case_file,
    channel text not null,
    state text not null default 'RECEIVED',
    name text not null,
    title text not null,
    title_given boolean not null,
    type text,
    document_date date,
    date_given boolean not null,
    language text,
    language_given boolean not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    pages int,
    confidence double precision,
    reason text,
    wished_case text,
    sender text,
    posted_by uuid references users,
    received_at timestamptz not null,
    read_at timestamptz,
    filed_at timestamptz,
    reading_millis bigint,
    reading_digest text,
    version bigint not null default 1,
    unique (parent_id, ordinal, sha256)
);
create index document_of_item on document (item_id, id);
create index document_of_case on document (case_id, id) where case_id is not null;
create index document_unfiled on document (id) where case_id is null;
create index document_unfiled_of_item on document (item_id) where case_id is null;
create index document_posted on document (posted_by, id) where case_id is null;
create index document_waiting on document (id) where state in ('INBOX', 'FAILED', 'NEEDS_PASSWORD');
create index document_refused on document (state, id) where state in ('FAILED', 'NEEDS_PASSWORD');
create index document_under_way on document (id) where state in ('RECEIVED', 'READING');
create index document_by_type on document (type, id);
create index document_by_content on document (sha256);

create table document_version (
    document_id uuid not null references document,
    number int not null,
    sha256 text not null,
    size bigint not null,
    media_type text not null,
    reason text not null,
    made_by text not null,
    made_at timestamptz not null,
    primary key (document_id, number)
);
create index document_version_by_content on document_version (sha256);

create table document_rendition (
    document_id uuid not null references document,
    kind text not null,
    page int not null,
    sha256 text not null,
    size bigint not null,
    media_type text not null,
    primary key (document_id, kind, page)
);
create index document_rendition_by_content on document_rendition (sha256);

create table document_page (
    document_id uuid not null references document,
    page int not null,
    text text not null,
    source text not null,
    language text,
    confidence double precision,
    width double precision not null,
    height double precision not null,
    primary key (document_id, page)
);

-- Values read, and values that a person has set, which reading again does not touch.
create table document_field (
    document_id uuid not null references document,
    ordinal int not null,
    by_person boolean not null,
    name text not null,
    value text not null,
    page int,
    x double precision,
    y double precision,
    width double precision,
    height double precision,
    confidence double precision not null,
    valid boolean,
    primary key (document_id, by_person, ordinal)
);

-- Cases proposed, best first; several share the best score when best is true for them.
create table document_candidate (
    document_id uuid not null references document,
    ordinal int not null,
    case_id uuid not null references case_file,
    score double precision not null,
    best boolean not null,
    evidence jsonb not null,
    primary key (document_id, ordinal)
);
create index document_candidate_of_case on document_candidate (case_id) where best;

-- The one append-only record. Readers follow (transaction, seq); entries of a case form a chain of hashes.
create table journal (
    seq bigint generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    action text not null,
    actor_user uuid,
    actor text not null,
    case_id uuid,
    document_id uuid,
    details jsonb not null,
    case_number bigint,
    hash text
);
create index journal_in_order on journal (transaction, seq);
create unique index journal_of_case on journal (case_id, case_number) where case_id is not null;
create index journal_of_document on journal (document_id, seq) where document_id is not null;

-- The newest entry of each chain; its row lock puts appends to one case in order.
create table journal_chain (
    case_id uuid primary key,
    number bigint not null,
    hash text not null
);

create table journal_cursor (
    follower text primary key,
    transaction bigint not null,
    seq bigint not null
);

-- When somebody last looked at something, so that looking again soon is not noted again.
create table last_look (
    user_id uuid not null,
    subject uuid not null,
    at timestamptz not null,
    primary key (user_id, subject)
);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only';
end $$;
create trigger journal_rows_stay before update or delete on journal
    for each row execute function journal_is_append_only();
create trigger journal_stays before truncate on journal
    for each statement execute function journal_is_append_only();

-- Jobs: the table of db-scheduler 16 for PostgreSQL, with priorities.
create table scheduled_tasks (
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
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
