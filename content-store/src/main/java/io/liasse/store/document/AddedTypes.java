package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Json;
import io.liasse.store.database.Values;
import io.liasse.store.database.Words;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Types of documents that supervisors and administrators add. What another node adds is known here within two seconds.
 * Thread-safe.
 */
@Component
public class AddedTypes {
    /** More would not be found in a list any more. */
    public static final int MOST = 200;

    public static final int LONGEST_NAME = 80;

    /** Languages that a name can be given in. */
    public static final List<String> LANGUAGES = List.of("fr", "de", "it", "en");

    private static final int LONGEST_KEY = 40;
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    /** Locks are numbers; this one is taken while a type is added. */
    private static final long ADDING = 7_310_559_021L;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Journal journal;
    private final Clock clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    AddedTypes(JdbcClient sql, TransactionOperations transactions, AccessPolicy policy, Journal journal, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    private record Known(List<AddedType> types, Instant at) {}

    /** All of them by key, those that are not offered too. */
    public List<AddedType> all() {
        Known latest = known.get();
        Instant now = clock.instant();
        if (latest == null || Duration.between(latest.at(), now).abs().compareTo(KNOWN_FOR) > 0) {
            latest = new Known(stored(), now);
            known.set(latest);
        }
        return latest.types();
    }

    private List<AddedType> stored() {
        return sql.sql("select key, names, offered, version from document_type order by key")
                .query(AddedTypes::type)
                .list();
    }

    private static AddedType type(ResultSet row, int index) throws SQLException {
        return new AddedType(
                row.getString("key"),
                Json.texts(row.getString("names")),
                row.getBoolean("offered"),
                row.getLong("version"));
    }

    /**
     * Adds a type under a key made of its name.
     *
     * @param names by language; blank ones do not count
     * @param taken keys that mean something else already
     */
    AddedType add(Map<String, String> names, Collection<String> taken, Viewer by) {
        requireManaging(by);
        Map<String, String> checked = checked(names);
        String key = key(checked);
        if (taken.contains(key)) {
            throw Conflict.state("there is a type of this name");
        }
        return changed(() -> {
            sql.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", ADDING)
                    .query((row, index) -> true)
                    .list();
            List<AddedType> before = stored();
            if (before.size() >= MOST) {
                throw Conflict.state("there are " + MOST + " types already");
            }
            if (before.stream().anyMatch(each -> each.key().equals(key))) {
                throw Conflict.state("there is a type of this name");
            }
            sql.sql("insert into document_type (key, names) values (:key, cast(:names as jsonb))")
                    .param("key", key)
                    .param("names", Json.write(checked))
                    .update();
            append(Action.DOCUMENT_TYPE_ADDED, key, checked, by);
            return stored(key);
        });
    }

    /** Other names, or whether it is offered; the key stays. */
    public AddedType change(AddedType wanted, Viewer by) {
        requireManaging(by);
        Map<String, String> checked = checked(wanted.names());
        return changed(() -> {
            stored(wanted.key());
            int rows = sql.sql("""
                    update document_type set names = cast(:names as jsonb), offered = :offered, version = version + 1
                    where key = :key and version = :version
                    """)
                    .param("names", Json.write(checked))
                    .param("offered", wanted.offered())
                    .param("key", wanted.key())
                    .param("version", wanted.version())
                    .update();
            if (rows == 0) {
                throw Conflict.stale("the type");
            }
            append(Action.DOCUMENT_TYPE_CHANGED, wanted.key(), checked, by);
            return stored(wanted.key());
        });
    }

    public AddedType get(String key) {
        return stored(key);
    }

    private AddedType stored(String key) {
        return sql.sql("select key, names, offered, version from document_type where key = :key")
                .param("key", Values.storable(key))
                .query(AddedTypes::type)
                .optional()
                .orElseThrow(() -> new NotFound("document type"));
    }

    private AddedType changed(java.util.function.Supplier<AddedType> work) {
        AddedType done = Objects.requireNonNull(transactions.execute(transaction -> work.get()));
        known.set(null);
        return done;
    }

    private void append(Action action, String key, Map<String, String> names, Viewer by) {
        journal.append(NewEntry.of(action, Actor.of(by)).with(Map.of("type", key, "names", Json.write(names))));
    }

    private static Map<String, String> checked(Map<String, String> names) {
        Map<String, String> checked = new TreeMap<>();
        for (String language : LANGUAGES) {
            String name = Values.storable(
                    Objects.requireNonNullElse(names.get(language), "").strip());
            if (name.length() > LONGEST_NAME) {
                throw new InvalidInput("names." + language, "must have at most " + LONGEST_NAME + " characters");
            }
            if (!name.isEmpty()) {
                checked.put(language, name);
            }
        }
        if (checked.isEmpty() || key(checked).isEmpty()) {
            throw new InvalidInput("names", "must name the type in one language at least, with a letter in it");
        }
        return checked;
    }

    /** The English name, else the first in another language, in the letters of a key; empty where it has none of them. */
    private static String key(Map<String, String> names) {
        String name = names.getOrDefault("en", names.values().iterator().next());
        String joined =
                String.join("-", Words.of(name)).replaceAll("[^a-z0-9-]", "").replaceAll("^[^a-z]+", "");
        return joined.substring(0, Math.min(LONGEST_KEY, joined.length())).replaceAll("-+$", "");
    }

    private void requireManaging(Viewer by) {
        if (!policy.mayManageTypes(by)) {
            throw new NotAllowed("manage types of documents");
        }
    }
}
