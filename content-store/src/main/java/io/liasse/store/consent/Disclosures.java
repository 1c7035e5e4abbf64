package io.liasse.store.consent;

import io.liasse.store.InvalidInput;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseWork;
import io.liasse.store.consent.Consents.Cover;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was told what of a case. Refused where no consent covers it and no other reason is given; what was noted stays, since
 * it happened. Seen by who sees the case, noted by who may change it while it is open. Thread-safe.
 */
@Component
public class Disclosures {
    private static final String SELECT = """
            select d.id, d.party_id, d.what, d.categories, d.way, d.told_on, d.basis, d.document_id, u.display_name,
                   d.noted_at,
                   array(select g.consent_id from disclosure_consent g
                         where g.disclosure_id = d.id order by g.consent_id) as consents
            from disclosure d join users u on u.id = d.noted_by
            """;

    private final JdbcClient sql;
    private final CaseWork work;
    private final Consents consents;
    private final Parties parties;
    private final Journal journal;
    private final Clock clock;

    Disclosures(JdbcClient sql, CaseWork work, Consents consents, Parties parties, Journal journal, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.consents = consents;
        this.parties = parties;
        this.journal = journal;
        this.clock = clock;
    }

    /** A row, its party still by id. */
    private record Line(
            DisclosureId id,
            PartyId to,
            String what,
            Set<DataCategory> categories,
            Way way,
            LocalDate on,
            @Nullable String basis,
            @Nullable DocumentId document,
            List<ConsentId> under,
            String notedBy,
            Instant notedAt) {}

    /** The latest days first. */
    public Page<Disclosure> page(CaseId caseId, Viewer viewer, PageRequest page) {
        work.require(CaseRight.READ, viewer, caseId);
        Select select = Select.from(SELECT).where("d.case_id = :case", "case", caseId.value());
        if (page.cursor() != null) {
            Cursor cursor = Cursor.parse(page.cursor());
            select.where("(d.told_on, d.id) < (:day, :last)")
                    .with("day", cursor.day(0))
                    .with("last", cursor.id(1));
        }
        List<Line> rows = select.then("order by d.told_on desc, d.id desc")
                .limit(page.limit() + 1)
                .list(sql, Disclosures::line);
        return Cursor.page(disclosures(rows), page, each -> Cursor.of(each.on(), each.id()));
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        UUID document = Values.idOrNull(row, "document_id");
        UUID[] under = (UUID[]) row.getArray("consents").getArray();
        return new Line(
                new DisclosureId(Values.id(row, "id")),
                new PartyId(Values.id(row, "party_id")),
                row.getString("what"),
                Consents.categories(row),
                Way.valueOf(row.getString("way")),
                row.getObject("told_on", LocalDate.class),
                row.getString("basis"),
                document == null ? null : new DocumentId(document),
                Arrays.stream(under).map(ConsentId::new).toList(),
                row.getString("display_name"),
                Values.moment(row, "noted_at"));
    }

    private List<Disclosure> disclosures(List<Line> lines) {
        Map<PartyId, Party> known =
                parties.findAll(lines.stream().map(Line::to).distinct().toList());
        return lines.stream()
                .map(line -> new Disclosure(
                        line.id(),
                        Objects.requireNonNull(known.get(line.to())),
                        line.what(),
                        line.categories(),
                        line.way(),
                        line.on(),
                        line.basis(),
                        line.document(),
                        line.under(),
                        line.notedBy(),
                        line.notedAt()))
                .toList();
    }

    /**
     * Needs WRITE on an open case. {@code InvalidInput} of {@code basis} names the categories for which nobody consented
     * that this recipient is told of them on that day, unless another reason is given.
     */
    public Disclosure add(CaseId caseId, NewDisclosure disclosure, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            check(caseId, disclosure, by);
            Cover cover = consents.cover(caseId, disclosure.to(), disclosure.categories(), disclosure.on(), by);
            if (!cover.missing().isEmpty() && disclosure.basis() == null) {
                throw new InvalidInput("basis", "is missing: no consent for " + new TreeSet<>(cover.missing()));
            }
            DisclosureId id = inserted(caseId, disclosure, by);
            cover.consents()
                    .forEach(each -> sql.sql(
                                    "insert into disclosure_consent (disclosure_id, consent_id) values (:disclosure, :consent)")
                            .param("disclosure", id.value())
                            .param("consent", each.value())
                            .update());
            journal.append(NewEntry.of(Action.DISCLOSED, Actor.of(by))
                    .in(caseId)
                    .with(Map.of(
                            "disclosed",
                            disclosure.what(),
                            "party",
                            disclosure.to().toString())));
            return disclosures(sql.sql(SELECT + "where d.id = :id")
                            .param("id", id.value())
                            .query(Disclosures::line)
                            .list())
                    .getFirst();
        });
    }

    private void check(CaseId caseId, NewDisclosure disclosure, Viewer by) {
        if (parties.find(disclosure.to(), by).isEmpty()) {
            throw new InvalidInput("to", "is not known");
        }
        DocumentId document = disclosure.document();
        if (document != null && !work.holds(caseId, document, by)) {
            throw new InvalidInput("document", "is not filed in this case");
        }
    }

    private DisclosureId inserted(CaseId caseId, NewDisclosure disclosure, Viewer by) {
        DocumentId document = disclosure.document();
        return new DisclosureId(sql.sql("""
                insert into disclosure (case_id, party_id, what, categories, way, told_on, document_id, basis, noted_by,
                                        noted_at)
                values (:case, :to, :what, :categories, :way, :on, :document, :basis, :by, :now) returning id
                """)
                .param("case", caseId.value())
                .param("to", disclosure.to().value())
                .param("what", Values.storable(disclosure.what()))
                .param("categories", Values.array(disclosure.categories()))
                .param("way", disclosure.way().name())
                .param("on", disclosure.on())
                .param("document", document == null ? null : document.value(), java.sql.Types.OTHER)
                .param("basis", Values.storableOrNull(disclosure.basis()), java.sql.Types.VARCHAR)
                .param("by", by.user().value())
                .param("now", Values.time(Values.now(clock)))
                .query(UUID.class)
                .single());
    }
}
