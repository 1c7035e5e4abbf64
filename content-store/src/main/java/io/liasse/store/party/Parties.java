package io.liasse.store.party;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.database.Words;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * People and organisations. A viewer sees the parties of the cases the viewer sees; supervisors, records officers, case
 * managers and clerks may look all parties up to attach them, except those that are in sealed cases only. Thread-safe.
 */
@Component
public class Parties {
    private static final int MOST_ALIKE = 200;

    private static final String LIKE = """
            p.id in ((select i.party_id from party_identifier i where i.normalised = any(:identifiers) limit 50)
                     union all
                     (select q.id from party q where q.words @@ cast(:words as tsquery) limit 100)
                     union all
                     (select q.id from party q
                      where cardinality(:list) > 0
                        and sounds_of(q.words) @> sounds_of(array_to_tsvector(:list)) limit 100)
                     {born})
            """;

    private static final String BORN = """
            union all
            (select q.id from party q
             where q.birth_date = :birth and sounds_of(q.words) && sounds_of(array_to_tsvector(:list)) limit 100)
            """;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Journal journal;
    private final PartyNames names;

    Parties(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            Journal journal,
            PartyNames names) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.journal = journal;
        this.names = names;
    }

    /** For clerks, case managers and supervisors. */
    public Party create(NewParty party, Viewer by) {
        requireMayChange(by);
        return transactions.execute(transaction -> {
            PartyId id = inserted(party);
            writeIdentifiers(id, party.identifiers());
            names.write(id, party.name());
            journal.append(NewEntry.of(Action.PARTY_CREATED, Actor.of(by)).with(Map.of("party", id.toString())));
            return current(id);
        });
    }

    private void requireMayChange(Viewer by) {
        if (!policy.mayChangeParties(by)) {
            throw new NotAllowed("make or change parties");
        }
    }

    private PartyId inserted(NewParty party) {
        UUID id = sql.sql("""
                insert into party (kind, name, words, birth_date, language, place)
                values (:kind, :name, array_to_tsvector(:words), :birth, :language, :place) returning id
                """)
                .param("kind", party.kind().name())
                .param("name", Values.storable(party.name().strip()))
                .param("words", Words.of(party.name()))
                .param("birth", party.birthDate())
                .param("language", party.language())
                .param("place", Values.storableOrNull(party.place()))
                .query(UUID.class)
                .single();
        return new PartyId(id);
    }

    private void writeIdentifiers(PartyId id, List<PartyIdentifier> identifiers) {
        sql.sql("delete from party_identifier where party_id = :party")
                .param("party", id.value())
                .update();
        int ordinal = 0;
        for (PartyIdentifier each : identifiers) {
            writeIdentifier(id, ordinal++, each);
        }
    }

    private void writeIdentifier(PartyId id, int ordinal, PartyIdentifier identifier) {
        sql.sql("""
                insert into party_identifier (party_id, ordinal, scheme, value, normalised)
                values (:party, :ordinal, :scheme, :value, :normalised)
                """)
                .param("party", id.value())
                .param("ordinal", ordinal)
                .param("scheme", Values.storable(identifier.scheme()))
                .param("value", Values.storable(identifier.value()))
                .param("normalised", Values.storable(identifier.normalised()))
                .update();
    }

    public Optional<Party> find(PartyId id, Viewer viewer) {
        return visible(viewer).where("p.id = :id", "id", id.value()).list(sql, PartyRows::party).stream()
                .findFirst();
    }

    /** In a case that the viewer sees; or, for those who may look parties up, in any that is not sealed, or in none. */
    private Select visible(Viewer viewer) {
        String inVisibleCase = "exists (select from participant a join "
                + policy.sightOf(viewer).cases() + " c on c.id = a.case_id where a.party_id = p.id)";
        String lookedUp = """
                 or exists (select from participant a join case_file c on c.id = a.case_id
                            where a.party_id = p.id and not c.sealed)
                 or not exists (select from participant a where a.party_id = p.id)
                """;
        return Select.from(PartyRows.SELECT)
                .where(policy.mayLookUpParties(viewer) ? inVisibleCase + lookedUp : inVisibleCase)
                .with("viewer", viewer.user().value());
    }

    /** For the program's own work: without a viewer. */
    public Map<PartyId, Party> findAll(Collection<PartyId> ids) {
        return sql
                .sql(PartyRows.SELECT + "where p.id = any(cast(:ids as uuid[]))")
                .param("ids", Values.array(ids))
                .query(PartyRows::party)
                .list()
                .stream()
                .collect(Collectors.toMap(Party::id, Function.identity()));
    }

    /** Parties with exactly this identifier in its normalised form. For the program's own work. */
    public List<Party> withIdentifier(PartyIdentifier identifier) {
        return sql.sql(PartyRows.SELECT + """
                where p.id in (select party_id from party_identifier
                               where normalised = :normalised and scheme = :scheme)
                order by p.id
                """)
                .param("normalised", Values.storable(identifier.normalised()))
                .param("scheme", Values.storable(identifier.scheme()))
                .query(PartyRows::party)
                .list();
    }

    /** Type-ahead by beginning of any word of the name, or exact identifier. */
    public List<Party> startingWith(String text, Viewer viewer, int limit) {
        String words = Words.beginnings(text);
        if (words.isEmpty()) {
            return List.of();
        }
        return visible(viewer)
                .where("""
                        p.id in (select q.id from party q where q.words @@ cast(:words as tsquery)
                                 union all
                                 select i.party_id from party_identifier i where i.normalised in (:plain, :mail))
                        """)
                .with("words", words)
                .with("plain", normalised("any", text))
                .with("mail", normalised("email", text))
                .then("order by p.name, p.id")
                .limit(limit)
                .list(sql, PartyRows::party);
    }

    /**
     * Who may be meant by a new party, the likeliest first: those with one of its identifiers, with its name and birth
     * date, with its name, with a name that sounds like it.
     */
    public List<Likeness> like(NewParty meant, Viewer viewer, int limit) {
        return visible(viewer)
                .where(LIKE.replace("{born}", meant.birthDate() == null ? "" : BORN))
                .with("identifiers", normalised(meant.identifiers()))
                .with("words", Words.beginnings(meant.name()))
                .with("list", Words.of(meant.name()))
                .withOrNot("birth", meant.birthDate())
                .then("order by p.name, p.id")
                .limit(MOST_ALIKE)
                .list(sql, PartyRows::party)
                .stream()
                .map(party -> new Likeness(party, Likeness.reason(party, meant)))
                .sorted(Comparator.comparing(Likeness::why))
                .limit(limit)
                .toList();
    }

    private static String[] normalised(List<PartyIdentifier> identifiers) {
        return identifiers.stream()
                .map(each -> Values.storable(each.normalised()))
                .toArray(String[]::new);
    }

    private static String normalised(String scheme, String text) {
        String value = text.length() > 200 ? text.substring(0, 200) : text;
        return Values.storable(new PartyIdentifier(scheme, value).normalised());
    }

    /** For clerks, case managers and supervisors who see the party; {@code party.version()} is the one they knew. */
    public Party change(Party party, Viewer by) {
        requireMayChange(by);
        if (party.name().isBlank() || party.name().length() > 200) {
            throw new InvalidInput("name", "must have 1 to 200 characters");
        }
        return transactions.execute(transaction -> {
            if (find(party.id(), by).isEmpty()) {
                throw new NotFound("party");
            }
            write(party);
            writeIdentifiers(party.id(), party.identifiers());
            names.write(party.id(), party.name());
            noteChange(party.id(), Actor.of(by));
            return current(party.id());
        });
    }

    private void write(Party party) {
        int rows = sql.sql("""
                update party set kind = :kind, name = :name, words = array_to_tsvector(:words), birth_date = :birth,
                                 language = :language, place = :place, version = version + 1
                where id = :id and version = :version
                """)
                .param("kind", party.kind().name())
                .param("name", Values.storable(party.name().strip()))
                .param("words", Words.of(party.name()))
                .param("birth", party.birthDate())
                .param("language", party.language())
                .param("place", Values.storableOrNull(party.place()))
                .param("id", party.id().value())
                .param("version", party.version())
                .update();
        if (rows == 0) {
            throw Conflict.stale("the party");
        }
    }

    /** One entry for each case of the party, in the order of ids so that two changes cannot wait for one another. */
    private void noteChange(PartyId id, Actor by) {
        NewEntry entry = NewEntry.of(Action.PARTY_CHANGED, by).with(Map.of("party", id.toString()));
        List<CaseId> cases = casesOf(id);
        if (cases.isEmpty()) {
            journal.append(entry);
        }
        cases.forEach(each -> journal.append(entry.in(each)));
    }

    private List<CaseId> casesOf(PartyId id) {
        return sql.sql("select distinct case_id from participant where party_id = :party order by case_id")
                .param("party", id.value())
                .query((row, index) -> new CaseId(Values.id(row, "case_id")))
                .list();
    }

    private Party current(PartyId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id)).orElseThrow(() -> new NotFound("party"));
    }
}
