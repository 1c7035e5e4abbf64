package io.liasse.store.casefile;

import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has which role in a case. Writing methods are part of a transaction that holds the row of the case. */
final class Participants {
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final JdbcClient sql;
    private final Parties parties;
    private final Journal journal;
    private final Clock clock;

    Participants(JdbcClient sql, Parties parties, Journal journal, Clock clock) {
        this.sql = sql;
        this.parties = parties;
        this.journal = journal;
        this.clock = clock;
    }

    /** A row of the table. */
    private record Line(
            PartyId party,
            String role,
            Instant since,
            @Nullable Instant until) {}

    List<Participant> of(CaseId id) {
        List<Line> lines = sql.sql("""
                select party_id, role, since, until from participant where case_id = :case order by since, id
                """)
                .param("case", id.value())
                .query((row, index) -> new Line(
                        new PartyId(Values.id(row, "party_id")),
                        row.getString("role"),
                        Values.moment(row, "since"),
                        Values.momentOrNull(row, "until")))
                .list();
        Map<PartyId, Party> all =
                parties.findAll(lines.stream().map(Line::party).toList());
        return lines.stream()
                .map(each -> new Participant(
                        id, Objects.requireNonNull(all.get(each.party())), each.role(), each.since(), each.until()))
                .toList();
    }

    /** The party must be one that the viewer may see. A party that has the role already keeps it. */
    void add(CaseId id, NewParticipant participant, Viewer by) {
        if (!ROLE.matcher(participant.role()).matches()) {
            throw new InvalidInput("role", "must be a lower-case key");
        }
        if (parties.find(participant.party(), by).isEmpty()) {
            throw new NotFound("party");
        }
        if (inserted(id, participant) > 0) {
            note(Action.PARTICIPANT_ADDED, id, participant.party(), participant.role(), by);
        }
    }

    private int inserted(CaseId id, NewParticipant participant) {
        return sql.sql("""
                insert into participant (case_id, party_id, role, since) values (:case, :party, :role, :now)
                on conflict (case_id, party_id, role) where until is null do nothing
                """)
                .param("case", id.value())
                .param("party", participant.party().value())
                .param("role", participant.role())
                .param("now", Values.time(Values.now(clock)))
                .update();
    }

    void end(CaseId id, PartyId party, String role, Viewer by) {
        int rows = sql.sql("""
                update participant set until = :now
                where case_id = :case and party_id = :party and role = :role and until is null
                """)
                .param("now", Values.time(Values.now(clock)))
                .param("case", id.value())
                .param("party", party.value())
                .param("role", role)
                .update();
        if (rows == 0) {
            throw new NotFound("participant");
        }
        note(Action.PARTICIPANT_ENDED, id, party, role, by);
    }

    private void note(Action action, CaseId id, PartyId party, String role, Viewer by) {
        journal.append(NewEntry.of(action, Actor.of(by)).in(id).with(Map.of("party", party.toString(), "role", role)));
    }
}
