-- The ledger is listed by time of receipt, narrowed to a state, a channel, days, and words of name and sender.
alter table item add column words tsvector not null default '';
update item set words = array_to_tsvector(array(
    select distinct left(word, 100)
    from regexp_split_to_table(
        regexp_replace(normalize(lower(name || ' ' || coalesce(sender, '')), NFKD), '[\u0300-\u036f]', '', 'g'),
        '[^[:alnum:]]+') word
    where word <> '' limit 50));
create index item_by_word on item using gin (words);
drop index item_by_state;
drop index item_by_channel;
drop index item_by_day;
create index item_by_time on item (received_at, id);
create index item_by_state on item (state, received_at, id);
create index item_by_channel on item (channel, received_at, id);

-- What stands in the ledger is held against the receipts in the journal.
create index journal_of_receipts on journal (at) where action = 'ITEM_RECEIVED';
create index journal_of_item on journal ((details ->> 'item')) where action = 'ITEM_RECEIVED';

-- An item has the state of its documents; what needs a password or is in quarantine counts by itself.
update item i set state = 'QUARANTINED' where i.state = 'FAILED'
    and not exists (select from document d where d.item_id = i.id and d.state = 'FAILED');
update item i set state = 'NEEDS_PASSWORD' where i.state = 'WAITING'
    and exists (select from document d where d.item_id = i.id and d.state = 'NEEDS_PASSWORD');

-- Whether the bytes of what was received on a day were all in the object store, when that was last looked at.
create table item_proof (
    day date primary key,
    checked_at timestamptz not null,
    objects bigint not null,
    missing bigint not null,
    examples text[] not null
);
