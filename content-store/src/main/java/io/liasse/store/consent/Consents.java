package io.liasse.store.consent;

import io.liasse.store.Conflict;
import io.liasse.store.Entries;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseWork;
import io.liasse.store.casefile.Participant;
import io.liasse.store.consent.Consent.Recipient;
import io.liasse.store.consent.Consent.Withdrawal;
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
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people consent to. Seen by who sees the case; noted, withdrawn and taken back by who may change it while it is open,
 * each step in its journal. A consent is never changed: who consents to something else gives another. Thread-safe.
 */
@Component
public class Consents {
    /** So many in one case at most, whatever their standing. */
    public static final int MOST = 200;

    private static final int LONGEST_WHY = 500;

    private static final String SELECT = """
            select s.id, s.party_id, s.purpose, s.categories, s.form, s.valid_from, s.valid_until, s.document_id,
                   s.withdrawn_on, s.withdrawn_why, w.display_name as withdrawer, u.display_name, s.noted_at, s.version
            from consent s join users u on u.id = s.noted_by left join users w on w.id = s.withdrawn_by
            """;

    private final JdbcClient sql;
    private final CaseWork work;
    private final CaseFiles cases;
    private final Parties parties;
    private final Journal journal;
    private final Clock clock;

    Consents(JdbcClient sql, CaseWork work, CaseFiles cases, Parties parties, Journal journal, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.cases = cases;
        this.parties = parties;
        this.journal = journal;
        this.clock = clock;
    }

    /** All of a case, the last noted first. */
    public List<Consent> of(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return consents(sql.sql(SELECT + "where s.case_id = :case order by s.id desc")
                .param("case", caseId.value())
                .query(Consents::line)
                .list());
    }

    /** {@code NotFound} in another case. */
    public Consent get(CaseId caseId, ConsentId id, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return current(caseId, id);
    }

    private Consent current(CaseId caseId, ConsentId id) {
        return consents(sql.sql(SELECT + "where s.case_id = :case and s.id = :id")
                        .param("case", caseId.value())
                        .param("id", id.value())
                        .query(Consents::line)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("consent"));
    }

    /** A row, its parties still by id. */
    private record Line(
            ConsentId id,
            PartyId from,
            String purpose,
            Set<DataCategory> categories,
            ConsentForm form,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable DocumentId document,
            @Nullable Withdrawal withdrawal,
            String notedBy,
            java.time.Instant notedAt,
            long version) {}

    /** A recipient, by id. */
    private record Receiver(
            ConsentId consent,
            PartyId party,
            boolean received,
            @Nullable LocalDate toldOn) {}

    private static Line line(ResultSet row, int index) throws SQLException {
        UUID document = Values.idOrNull(row, "document_id");
        return new Line(
                new ConsentId(Values.id(row, "id")),
                new PartyId(Values.id(row, "party_id")),
                row.getString("purpose"),
                categories(row),
                ConsentForm.valueOf(row.getString("form")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                document == null ? null : new DocumentId(document),
                withdrawal(row),
                row.getString("display_name"),
                Values.moment(row, "noted_at"),
                row.getLong("version"));
    }

    static Set<DataCategory> categories(ResultSet row) throws SQLException {
        return Values.texts(row, "categories").stream()
                .map(DataCategory::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataCategory.class)));
    }

    private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("withdrawn_on", LocalDate.class);
        return on == null ? null : new Withdrawal(on, row.getString("withdrawn_why"), row.getString("withdrawer"));
    }

    private List<Consent> consents(List<Line> lines) {
        List<Receiver> receivers = receivers(lines.stream().map(Line::id).toList());
        Map<PartyId, Party> known = parties.findAll(
                Stream.concat(lines.stream().map(Line::from), receivers.stream().map(Receiver::party))
                        .collect(Collectors.toSet()));
        return lines.stream().map(line -> consent(line, receivers, known)).toList();
    }

    private List<Receiver> receivers(Collection<ConsentId> consents) {
        return sql.sql("""
                select r.consent_id, r.party_id, r.told_on,
                       exists (select from disclosure_consent g join disclosure d on d.id = g.disclosure_id
                               where g.consent_id = r.consent_id and d.party_id = r.party_id) as received
                from consent_recipient r where r.consent_id = any(cast(:consents as uuid[]))
                """)
                .param("consents", Values.array(consents))
                .query((row, index) -> new Receiver(
                        new ConsentId(Values.id(row, "consent_id")),
                        new PartyId(Values.id(row, "party_id")),
                        row.getBoolean("received"),
                        row.getObject("told_on", LocalDate.class)))
                .list();
    }

    private static Consent consent(Line line, List<Receiver> receivers, Map<PartyId, Party> known) {
        List<Recipient> recipients = receivers.stream()
                .filter(each -> each.consent().equals(line.id()))
                .map(each ->
                        new Recipient(Objects.requireNonNull(known.get(each.party())), each.received(), each.toldOn()))
                .sorted(java.util.Comparator.comparing(each -> each.party().name()))
                .toList();
        return new Consent(
                line.id(),
                Objects.requireNonNull(known.get(line.from())),
                line.purpose(),
                line.categories(),
                recipients,
                line.form(),
                line.validFrom(),
                line.validUntil(),
                line.document(),
                line.withdrawal(),
                line.notedBy(),
                line.notedAt(),
                line.version());
    }

    /**
     * Needs WRITE on an open case. Who consents takes part in the case; recipients are parties that the author may see.
     */
    public Consent add(CaseId caseId, NewConsent consent, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            check(caseId, consent, by);
            requireRoom(caseId);
            ConsentId id = inserted(caseId, consent, by);
            consent.recipients()
                    .forEach(each -> sql.sql(
                                    "insert into consent_recipient (consent_id, party_id) values (:consent, :party)")
                            .param("consent", id.value())
                            .param("party", each.value())
                            .update());
            return noted(Action.CONSENT_GIVEN, caseId, id, by);
        });
    }

    private void check(CaseId caseId, NewConsent consent, Viewer by) {
        boolean takesPart = cases.participants(caseId).stream()
                .filter(Participant::present)
                .anyMatch(each -> each.party().id().equals(consent.from()));
        if (!takesPart) {
            throw new InvalidInput("from", "does not take part in the case");
        }
        for (PartyId each : consent.recipients()) {
            if (parties.find(each, by).isEmpty()) {
                throw new InvalidInput("recipients", each + " is not known");
            }
        }
        DocumentId document = consent.document();
        if (document != null && !work.holds(caseId, document, by)) {
            throw new InvalidInput("document", "is not filed in this case");
        }
    }

    private void requireRoom(CaseId caseId) {
        int all = sql.sql("select count(*) from consent where case_id = :case")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
        if (all >= MOST) {
            throw Conflict.state("the case has " + MOST + " consents already");
        }
    }

    private ConsentId inserted(CaseId caseId, NewConsent consent, Viewer by) {
        DocumentId document = consent.document();
        return new ConsentId(sql.sql("""
                insert into consent (case_id, party_id, purpose, categories, form, valid_from, valid_until, document_id,
                                     noted_by, noted_at)
                values (:case, :from, :purpose, :categories, :form, :begin, :end, :document, :by, :now) returning id
                """)
                .param("case", caseId.value())
                .param("from", consent.from().value())
                .param("purpose", Values.storable(consent.purpose()))
                .param("categories", Values.array(consent.categories()))
                .param("form", consent.form().name())
                .param("begin", consent.validFrom())
                .param("end", consent.validUntil(), java.sql.Types.DATE)
                .param("document", document == null ? null : document.value(), java.sql.Types.OTHER)
                .param("by", by.user().value())
                .param("now", Values.time(Values.now(clock)))
                .query(UUID.class)
                .single());
    }

    /** From that day on it holds no longer. Needs WRITE on an open case. */
    public Consent withdraw(CaseId caseId, ConsentId id, LocalDate on, @Nullable String why, long version, Viewer by) {
        Entries.likely("on", on);
        String reason = Entries.allowed("why", why, LONGEST_WHY);
        return work.inOpenCase(caseId, by, () -> {
            Consent known = requireVersion(current(caseId, id), version);
            if (known.withdrawal() != null) {
                throw Conflict.state("the consent is withdrawn already");
            }
            sql.sql("""
                    update consent set withdrawn_on = :on, withdrawn_why = :why, withdrawn_by = :by, version = version + 1
                    where id = :id
                    """)
                    .param("on", on)
                    .param("why", Values.storableOrNull(reason), java.sql.Types.VARCHAR)
                    .param("by", by.user().value())
                    .param("id", id.value())
                    .update();
            return noted(Action.CONSENT_WITHDRAWN, caseId, id, by);
        });
    }

    /** It was never withdrawn, that was noted by mistake. Needs WRITE on an open case. */
    public Consent takeBack(CaseId caseId, ConsentId id, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            Consent known = requireVersion(current(caseId, id), version);
            if (known.withdrawal() == null) {
                throw Conflict.state("the consent is not withdrawn");
            }
            sql.sql("""
                    update consent set withdrawn_on = null, withdrawn_why = null, withdrawn_by = null,
                        version = version + 1
                    where id = :id
                    """).param("id", id.value()).update();
            return noted(Action.CONSENT_RESTORED, caseId, id, by);
        });
    }

    /** Notes that a recipient was told of the withdrawal. Needs WRITE on an open case. */
    public Consent told(CaseId caseId, ConsentId id, PartyId recipient, LocalDate on, Viewer by) {
        Entries.likely("on", on);
        return work.inOpenCase(caseId, by, () -> {
            if (current(caseId, id).withdrawal() == null) {
                throw Conflict.state("the consent is not withdrawn");
            }
            int rows = sql.sql("""
                    update consent_recipient set told_on = :on, told_by = :by
                    where consent_id = :id and party_id = :party
                    """)
                    .param("on", on)
                    .param("by", by.user().value())
                    .param("id", id.value())
                    .param("party", recipient.value())
                    .update();
            if (rows == 0) {
                throw new InvalidInput("recipient", "is none of this consent");
            }
            Consent after = current(caseId, id);
            journal.append(NewEntry.of(Action.WITHDRAWAL_TOLD, Actor.of(by))
                    .in(caseId)
                    .with(Map.of("consent", after.purpose(), "party", recipient.toString())));
            return after;
        });
    }

    /** Consents that held on a day for somebody to be told of these categories, and the categories that none of them has. */
    public record Cover(Set<ConsentId> consents, Set<DataCategory> missing) {
        public Cover {
            consents = Set.copyOf(consents);
            missing = Set.copyOf(missing);
        }
    }

    /** Whether there is consent for that. Asks for no right of the viewer but to read the case. */
    public Cover cover(CaseId caseId, PartyId recipient, Set<DataCategory> wanted, LocalDate on, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        Set<ConsentId> consents = new HashSet<>();
        Set<DataCategory> missing = EnumSet.copyOf(wanted);
        sql.sql("""
                select s.id, s.categories from consent s join consent_recipient r on r.consent_id = s.id
                where s.case_id = :case and r.party_id = :recipient and s.valid_from <= :day
                  and coalesce(s.valid_until >= :day, true) and coalesce(s.withdrawn_on > :day, true)
                  and s.categories && cast(:wanted as text[])
                """)
                .param("case", caseId.value())
                .param("recipient", recipient.value())
                .param("day", on)
                .param("wanted", Values.array(wanted))
                .query((row, index) -> Map.entry(new ConsentId(Values.id(row, "id")), categories(row)))
                .list()
                .forEach(each -> {
                    consents.add(each.getKey());
                    missing.removeAll(each.getValue());
                });
        return new Cover(consents, missing);
    }

    private static Consent requireVersion(Consent known, long version) {
        if (known.version() != version) {
            throw Conflict.stale("the consent");
        }
        return known;
    }

    private Consent noted(Action action, CaseId caseId, ConsentId id, Viewer by) {
        Consent after = current(caseId, id);
        journal.append(NewEntry.of(action, Actor.of(by))
                .in(caseId)
                .with(Map.of(
                        "consent", after.purpose(), "party", after.from().id().toString())));
        return after;
    }
}
