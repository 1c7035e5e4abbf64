-- A document in the trash keeps its state and its case, and is in no list until it is restored or removed for good.
alter table document add column trashed_at timestamptz;
alter table document add column trashed_by uuid references users;
create index document_in_trash on document (trashed_at, id) where trashed_at is not null;

-- Bytes that a removed document let go of: they are removed when no other document consists of them.
create table released_object (
    sha256 text primary key,
    released_at timestamptz not null,
    removed_at timestamptz
);

-- What belongs to a document goes with it. Its parts stay; what others were made of cannot go before these.
do $$
declare
    fk record;
begin
    for fk in
        select c.conrelid::regclass as source, c.conname, a.attname
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'document'::regclass
    loop
        execute format('alter table %s drop constraint %I', fk.source, fk.conname);
        execute format('alter table %s add constraint %I foreign key (%I) references document on delete %s',
            fk.source, fk.conname, fk.attname,
            case when fk.source = 'document'::regclass then 'set null'
                 when fk.attname = 'source_id' then 'no action'
                 else 'cascade' end);
    end loop;
end $$;
