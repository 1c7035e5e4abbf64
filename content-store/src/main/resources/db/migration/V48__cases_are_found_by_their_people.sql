-- What a case is looked up by when something is filed into it: the words of its title, its number without leading zeros,
-- and the names of those who take part. Triggers keep it, so that nobody who writes a case or a party has to think of it.
create table case_lookup (
    case_id uuid primary key references case_file on delete cascade,
    open boolean not null,
    words tsvector not null
);

create function case_lookup_words(wanted uuid) returns tsvector language sql stable as $$
    select array_to_tsvector(array(
        select unnest(tsvector_to_array(c.words)) from case_file c where c.id = wanted
        union
        select c.number::text from case_file c where c.id = wanted
        union
        select unnest(tsvector_to_array(p.words)) from participant a join party p on p.id = a.party_id
        where a.case_id = wanted))
$$;

-- The cases are locked first, so that of two changes at the same moment the second sees what the first made of them.
create function keep_case_lookup(wanted uuid[]) returns void language plpgsql as $$
begin
    perform from case_file where id = any(wanted) order by id for no key update;
    insert into case_lookup (case_id, open, words)
    select c.id, c.state = 'OPEN', case_lookup_words(c.id) from case_file c where c.id = any(wanted) order by c.id
    on conflict (case_id) do update set open = excluded.open, words = excluded.words;
end $$;

create function keep_lookup_of_case() returns trigger language plpgsql as $$
begin
    perform keep_case_lookup(array[new.id]);
    return null;
end $$;
create trigger case_lookup_of_new after insert on case_file
    for each row execute function keep_lookup_of_case();
create trigger case_lookup_of_changed after update on case_file
    for each row when (old.words is distinct from new.words or old.state is distinct from new.state)
    execute function keep_lookup_of_case();

create function keep_lookup_of_participant() returns trigger language plpgsql as $$
begin
    perform keep_case_lookup(array[coalesce(new.case_id, old.case_id)]);
    return null;
end $$;
create trigger case_lookup_of_participant after insert or delete or update of party_id, case_id on participant
    for each row execute function keep_lookup_of_participant();

create function keep_lookup_of_party() returns trigger language plpgsql as $$
begin
    perform keep_case_lookup(array(select a.case_id from participant a where a.party_id = new.id));
    return null;
end $$;
create trigger case_lookup_of_party after update on party
    for each row when (old.words is distinct from new.words)
    execute function keep_lookup_of_party();

insert into case_lookup (case_id, open, words)
select id, state = 'OPEN', case_lookup_words(id) from case_file;
create index case_lookup_by_word on case_lookup using gin (words) where open;

-- How the words of a name sound, roughly, in German, French and Italian ears: Meier, Mayer and Maier are one.
create function sounds_of(words tsvector) returns text[] language plpgsql immutable strict parallel safe as $$
declare
    word text;
    found text[] := '{}';
begin
    foreach word in array tsvector_to_array(words) loop
        word := regexp_replace(word, 'ae', 'a', 'g');
        word := regexp_replace(word, 'oe', 'o', 'g');
        word := regexp_replace(word, 'ue', 'u', 'g');
        word := regexp_replace(word, '[ae][iy]', 'ai', 'g');
        word := regexp_replace(word, 'ie|y|j', 'i', 'g');
        word := regexp_replace(word, 'ph|v', 'f', 'g');
        word := regexp_replace(word, 'sch|sh', 's', 'g');
        word := regexp_replace(word, 'ch|ck|q|c', 'k', 'g');
        word := regexp_replace(word, 'tz|ts|z', 's', 'g');
        word := regexp_replace(word, 'dt|th', 't', 'g');
        word := regexp_replace(word, '(.)h', '\1', 'g');
        word := regexp_replace(word, '(.)\1+', '\1', 'g');
        found := array_append(found, word);
    end loop;
    return found;
end $$;
create index party_by_sound on party using gin (sounds_of(words));
create index party_by_birth on party (birth_date) where birth_date is not null;
