package io.liasse.store.filing;

import io.liasse.store.Conflict;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.database.Json;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.item.Channel;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.tag.TagId;
import io.liasse.store.tag.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The versions of the rules of filing; the newest is in force, none is ever changed. Administrators save them. Thread-safe.
 */
@Component
public class RuleSets {
    /** Rules that a set may have. */
    public static final int MOST = 50;

    /** Letters that a text of a rule may have. */
    public static final int LONGEST = 200;

    private static final int LONGEST_NAME = 80;
    private static final int VERSIONS = 100;
    private static final int FIRST_PAGES = 10;
    private static final int LETTERS = 20_000;
    private static final int AT_ONCE = 100;
    private static final TypeReference<List<FilingRule>> RULES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final CaseFiles cases;
    private final DocumentTypes types;
    private final Tags tags;
    private final Journal journal;
    private final Clock clock;

    RuleSets(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            CaseFiles cases,
            DocumentTypes types,
            Tags tags,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.cases = cases;
        this.types = types;
        this.tags = tags;
        this.journal = journal;
        this.clock = clock;
    }

    /** The version in force; for the program's own work. */
    public RuleSet inForce() {
        return sql.sql("select * from filing_rule_set order by version desc limit 1")
                .query(RuleSets::ruleSet)
                .optional()
                .orElse(RuleSet.NONE);
    }

    public RuleSet inForce(Viewer viewer) {
        requireReading(viewer);
        return inForce();
    }

    public RuleSet version(int version, Viewer viewer) {
        requireReading(viewer);
        return sql.sql("select * from filing_rule_set where version = :version")
                .param("version", version)
                .query(RuleSets::ruleSet)
                .optional()
                .orElseThrow(() -> new NotFound("version of the rules"));
    }

    /** The last versions, newest first; at most {@value #VERSIONS}. */
    public List<RuleSet> versions(Viewer viewer) {
        requireReading(viewer);
        return sql.sql("select * from filing_rule_set order by version desc limit " + VERSIONS)
                .query(RuleSets::ruleSet)
                .list();
    }

    /** Rules that cannot be understood, as after an error in a restored database, do nothing; filing goes on, and the screen says so. */
    private static RuleSet ruleSet(ResultSet row, int index) throws SQLException {
        Optional<List<FilingRule>> rules = understood(row.getString("rules"));
        return new RuleSet(
                row.getInt("version"),
                Values.moment(row, "at"),
                row.getString("author"),
                row.getObject("error_rate", Double.class),
                rules.orElse(List.of()),
                rules.isPresent());
    }

    private static Optional<List<FilingRule>> understood(String json) {
        try {
            List<FilingRule> rules = Json.read(json, RULES);
            boolean whole = rules != null
                    && rules.stream().allMatch(each -> each != null && each.when() != null && each.then() != null);
            return whole ? Optional.of(rules) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** Saves as the next version. {@code known} is the version that the author had before them. */
    public RuleSet save(int known, @Nullable Double errorRate, List<FilingRule> rules, Viewer by) {
        List<RuleProblem> problems = problems(errorRate, rules, by);
        if (!problems.isEmpty()) {
            throw problems.getFirst().asInvalid();
        }
        try {
            return Objects.requireNonNull(transactions.execute(transaction -> saved(known, errorRate, rules, by)));
        } catch (DuplicateKeyException other) {
            throw Conflict.stale("the rules of filing");
        }
    }

    private RuleSet saved(int known, @Nullable Double errorRate, List<FilingRule> rules, Viewer by) {
        RuleSet before = inForce();
        if (before.version() != known) {
            throw Conflict.stale("the rules of filing");
        }
        RuleSet saved = new RuleSet(known + 1, Values.now(clock), by.name(), errorRate, rules, true);
        sql.sql("""
                insert into filing_rule_set (version, at, author, error_rate, rules)
                values (:version, :at, :author, :rate, cast(:rules as jsonb))
                """)
                .param("version", saved.version())
                .param("at", Values.time(saved.at()))
                .param("author", Values.storable(saved.author()))
                .param("rate", errorRate)
                .param("rules", Json.write(rules))
                .update();
        Map<String, String> details = new HashMap<>(
                Map.of("version", String.valueOf(saved.version()), "rules", String.valueOf(rules.size())));
        if (errorRate != null) {
            details.put("errorRate", String.valueOf(errorRate));
        }
        journal.append(NewEntry.of(Action.FILING_RULES_SAVED, Actor.of(by)).with(details));
        return saved;
    }

    /** What is wrong with these, in the order of the rules; empty when they can be saved. Only for who may save. */
    public List<RuleProblem> problems(@Nullable Double errorRate, List<FilingRule> rules, Viewer by) {
        if (!policy.mayChangeFiling(by)) {
            throw new NotAllowed("change the rules of filing");
        }
        return wrong(errorRate, rules, by);
    }

    /** The same for trying them out. */
    public List<RuleProblem> problemsOfTrial(@Nullable Double errorRate, List<FilingRule> rules, Viewer by) {
        requireReading(by);
        return wrong(errorRate, rules, by);
    }

    private List<RuleProblem> wrong(@Nullable Double errorRate, List<FilingRule> rules, Viewer by) {
        List<RuleProblem> problems = new ArrayList<>();
        if (errorRate != null && !(errorRate >= 0 && errorRate < 1)) {
            problems.add(new RuleProblem(0, "errorRate", "error-rate"));
        }
        if (rules.size() > MOST) {
            problems.add(new RuleProblem(0, "rules", "too-many"));
            return problems;
        }
        Set<String> names = new HashSet<>();
        for (int at = 1; at <= rules.size(); at++) {
            FilingRule rule = rules.get(at - 1);
            int number = at;
            faults(rule, by).forEach((field, key) -> problems.add(new RuleProblem(number, field, key)));
            if (!names.add(RuleSubject.folded(rule.name()))) {
                problems.add(new RuleProblem(at, "name", "name-twice"));
            }
        }
        return problems;
    }

    /** By field, in order, what is wrong with one rule. */
    private Map<String, String> faults(FilingRule rule, Viewer by) {
        Map<String, String> faults = new java.util.LinkedHashMap<>();
        FilingRule.Condition when = rule.when();
        FilingRule.Effect then = rule.then();
        if (rule.name().isEmpty()) {
            faults.put("name", "name");
        } else if (rule.name().length() > LONGEST_NAME
                || unfit(rule.name())
                || rule.name().contains("|")) {
            faults.put("name", "name-unfit");
        }
        Map.of("place", when.place(), "sender", when.sender(), "title", when.title(), "words", when.words())
                .forEach((field, text) -> {
                    if (text.length() > LONGEST || unfit(text)) {
                        faults.put(field, "text");
                    } else if (!text.isEmpty()
                            && RuleSubject.folded(text.replace(",", "")).isEmpty()) {
                        faults.put(field, "text");
                    }
                });
        if (when.isEmpty()) {
            faults.put("when", "no-condition");
        }
        if (when.type() != null && !types.all().contains(when.type())) {
            faults.put("when.type", "type");
        }
        if (then.isEmpty()) {
            faults.put("then", "no-effect");
        }
        if (then.type() != null && !types.all().contains(then.type())) {
            faults.put("type", "type");
        }
        String named = then.caseReference();
        if (named != null) {
            caseFault(named, by).ifPresent(key -> faults.put("case", key));
        }
        if (then.tag() != null && tags.find(new TagId(then.tag())).isEmpty()) {
            faults.put("tag", "tag");
        }
        return faults;
    }

    private static boolean unfit(String text) {
        return text.chars().anyMatch(Character::isISOControl)
                || !Values.storable(text).equals(text);
    }

    /** A sealed case is unknown to those who hold no right on it. */
    private Optional<String> caseFault(String named, Viewer by) {
        Optional<CaseFile> found = CaseReference.parse(named)
                .flatMap(cases::find)
                .filter(file -> !file.sealed() || policy.rightOn(by, file.id()).isPresent());
        if (found.isEmpty()) {
            return Optional.of("case-unknown");
        }
        return found.filter(file -> file.state() == CaseState.CLOSED).map(file -> "case-closed");
    }

    private void requireReading(Viewer viewer) {
        if (!policy.mayReadFiling(viewer)) {
            throw new NotAllowed("see the rules of filing");
        }
    }

    /**
     * Documents as rules look at them; those that are not there any more are left out. For the program's own work.
     *
     * @param typeOf the type that is known of each
     */
    public Map<DocumentId, RuleSubject> subjects(
            Collection<DocumentId> ids, Set<String> phrases, Function<DocumentId, @Nullable String> typeOf) {
        Map<DocumentId, RuleSubject> subjects = new HashMap<>();
        List<DocumentId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<DocumentId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Map<DocumentId, Set<String>> said = phrases.isEmpty() ? Map.of() : said(some, phrases);
            sql.sql("""
                    select d.id, i.channel, i.hints, coalesce(d.sender, i.sender, '') as sender, d.name, d.title,
                           coalesce(i.source, case when i.channel = 'MAIL' then split_part(i.source_key, '|', 1) end) as place
                    from document d join item i on i.id = d.item_id
                    where d.id = any(cast(:ids as uuid[]))
                    """).param("ids", Values.array(some)).query(row -> {
                DocumentId id = new DocumentId(Values.id(row, "id"));
                subjects.put(
                        id,
                        new RuleSubject(
                                Channel.valueOf(row.getString("channel")),
                                places(row),
                                row.getString("sender"),
                                RuleSubject.folded(row.getString("name") + "\n" + row.getString("title")),
                                said.getOrDefault(id, Set.of()),
                                typeOf.apply(id)));
            });
        }
        return subjects;
    }

    private static List<String> places(ResultSet row) throws SQLException {
        List<String> places = new ArrayList<>();
        String place = row.getString("place");
        if (place != null && !place.isEmpty()) {
            places.add(place);
        }
        if (row.getString("channel").equals(Channel.HOT_FOLDER.name())) {
            places.addAll(Values.texts(row, "hints"));
        }
        return places;
    }

    /** Which of the phrases stand in the first pages of each, a phrase not across two pages; one page is held at a time. */
    private Map<DocumentId, Set<String>> said(List<DocumentId> ids, Set<String> phrases) {
        Map<DocumentId, Set<String>> said = new HashMap<>();
        sql.sql("""
                select document_id, left(text, :letters) as text from document_page
                where document_id = any(cast(:ids as uuid[])) and page <= :pages
                """)
                .param("letters", LETTERS)
                .param("ids", Values.array(ids))
                .param("pages", FIRST_PAGES)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    String text = RuleSubject.folded(row.getString("text"));
                    Set<String> found = said.computeIfAbsent(
                            new DocumentId(Values.id(row, "document_id")), none -> new HashSet<>());
                    phrases.stream().filter(text::contains).forEach(found::add);
                });
        return said;
    }
}
