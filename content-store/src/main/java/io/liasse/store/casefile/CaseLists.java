package io.liasse.store.casefile;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.database.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of cases under the rights of a viewer. */
final class CaseLists {
    private static final Pattern REFERENCE_BEGUN = Pattern.compile("((?:19|20)\\d{2})(?:-(\\d{0,6})(?:-\\d?)?)?");
    private static final int DIGITS = 6;
    private static final int SHORTEST_IDENTIFIER = 4;

    /** Behind every letter and digit in the order of bytes. */
    private static final String LAST_LETTER = "\uFFFD";

    /** By words of title, number and names of the people. */
    private static final String BY_WORD = """
            (select l.case_id from case_lookup l join {fileable} f on f.id = l.case_id
             where l.open and l.words @@ cast(:words as tsquery) limit 1000)
            """;

    private static final String BY_IDENTIFIER = """
            (select a.case_id from party_identifier i join participant a on a.party_id = i.party_id
             where i.normalised >= :from and i.normalised < :until limit 1000)
            """;

    private static final String BY_REFERENCE = """
            (select r.id from {fileable} r
             where r.year = :year and r.number between :lowest and :highest
             order by r.number desc limit 1000)
            """;

    private final JdbcClient sql;
    private final AccessPolicy policy;

    CaseLists(JdbcClient sql, AccessPolicy policy) {
        this.sql = sql;
        this.policy = policy;
    }

    Page<CaseFile> page(CaseQuery query, Viewer viewer, PageRequest page) {
        Select select = from(policy.sightOf(viewer).cases(), viewer)
                .where("c.type = :type", "type", query.type())
                .where("c.phase = :phase", "phase", query.phase())
                .where(
                        "c.state = :state",
                        "state",
                        Optional.ofNullable(query.state()).map(Enum::name).orElse(null))
                .where(
                        "c.manager = :manager",
                        "manager",
                        Optional.ofNullable(query.manager()).map(UserId::value).orElse(null));
        if (query.party() != null) {
            select.where("c.id in (select case_id from participant where party_id = :party)")
                    .with("party", query.party().value());
        }
        if (query.text() != null) {
            matchText(select, query.text());
        }
        if (page.cursor() != null) {
            goOnAfter(select, Cursor.parse(page.cursor()));
        }
        List<CaseFile> rows = select.then("order by c.changed_at desc, c.id desc")
                .limit(page.limit() + 1)
                .list(sql, CaseRows::caseFile);
        return Cursor.page(rows, page, each -> Cursor.of(each.changedAt(), each.id()));
    }

    private static Select from(String relation, Viewer viewer) {
        return Select.from("select " + CaseRows.COLUMNS + " from " + relation + " c")
                .with("viewer", viewer.user().value());
    }

    private static void goOnAfter(Select select, Cursor cursor) {
        select.where("(c.changed_at, c.id) < (:changed, :last)")
                .with("changed", Values.time(cursor.moment(0)))
                .with("last", cursor.id(1));
    }

    private static void matchText(Select select, String text) {
        Optional<CaseReference> reference = CaseReference.parse(text);
        if (reference.isPresent()) {
            select.where("c.year = :year and c.number = :number")
                    .with("year", reference.get().year())
                    .with("number", reference.get().number());
        } else {
            matchWords(select, text);
        }
    }

    private static void matchWords(Select select, String text) {
        String words = Words.beginnings(text);
        if (!words.isEmpty()) {
            select.where("c.words @@ cast(:words as tsquery)").with("words", words);
        }
    }

    /**
     * The cases that fit what is being typed: the beginning of a reference, otherwise words or an identifier of a party.
     * Last changed first. Of very many that fit, some: who types on sees fewer; without any word all fit. */
    List<CaseFile> fileable(String text, Viewer viewer, int limit) {
        String fileable = policy.fileableBy(viewer);
        List<String> ways = new ArrayList<>();
        Select select = from(fileable, viewer);
        Matcher reference = REFERENCE_BEGUN.matcher(text.strip());
        String words = reference.matches() ? "" : Words.beginnings(text);
        if (!words.isEmpty()) {
            ways.add(BY_WORD.replace("{fileable}", fileable));
            select.with("words", words);
        }
        String identifier = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
        if (identifier.length() >= SHORTEST_IDENTIFIER) {
            ways.add(BY_IDENTIFIER);
            select.with("from", Values.storable(identifier)).with("until", Values.storable(identifier) + LAST_LETTER);
        }
        if (reference.matches()) {
            ways.add(BY_REFERENCE.replace("{fileable}", fileable));
            matchBeginning(select, reference);
        }
        if (!ways.isEmpty()) {
            select.where("c.id in (" + String.join(" union all ", ways) + ")");
        }
        return select.then("order by c.changed_at desc, c.id desc").limit(limit).list(sql, CaseRows::caseFile);
    }

    Optional<CaseFile> fileable(CaseReference reference, Viewer viewer) {
        return from(policy.fileableBy(viewer), viewer)
                .where("c.year = :year and c.number = :number")
                .with("year", reference.year())
                .with("number", reference.number())
                .list(sql, CaseRows::caseFile)
                .stream()
                .findFirst();
    }

    private static void matchBeginning(Select select, Matcher reference) {
        String number = Optional.ofNullable(reference.group(2)).orElse("");
        int width = (int) Math.pow(10, DIGITS - number.length());
        int lowest = number.isEmpty() ? 0 : Integer.parseInt(number) * width;
        select.with("year", Integer.parseInt(reference.group(1)))
                .with("lowest", lowest)
                .with("highest", lowest + width - 1);
    }
}
