package io.liasse.caseapi.telephone;

import io.liasse.routes.DocumentIntake;
import io.liasse.routes.Incoming;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.CaseWork;
import io.liasse.store.casefile.Participant;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Items;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.object.Sha256;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import io.liasse.store.task.NewTask;
import io.liasse.store.task.Tasks;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes telephone notes in as documents, by the same way as everything else that is received. A note of a case is filed
 * there once it is read, stands in the journal of the case at once, and what is to be done becomes a task of nobody yet.
 * Thread-safe.
 */
@Component
final class TelephoneNotes {
    private static final String TYPE = "telephone-note";
    private static final Duration FUTURE = Duration.ofDays(1);
    private static final Duration PAST = Duration.ofDays(100 * 365);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    private final DocumentIntake intake;
    private final NoteSheet sheet;
    private final CaseWork work;
    private final CaseFiles cases;
    private final Tasks tasks;
    private final Journal journal;
    private final Clock clock;

    TelephoneNotes(
            DocumentIntake intake,
            NoteSheet sheet,
            CaseWork work,
            CaseFiles cases,
            Tasks tasks,
            Journal journal,
            Clock clock) {
        this.intake = intake;
        this.sheet = sheet;
        this.work = work;
        this.cases = cases;
        this.tasks = tasks;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Of no case yet: it is proposed one as everything else is.
     *
     * @param key the same key with the same note is taken once; null: always anew
     */
    Items.Receipt take(TelephoneNote note, @Nullable String key, Viewer by) {
        if (note.partner().participant() != null) {
            throw new InvalidInput("participant", "takes part in a case only");
        }
        return receive(note, around(note, null, partner(note, null), by), key, by);
    }

    /** Of a case, in one transaction with what is to be done. Needs WRITE on an open case. */
    Items.Receipt take(CaseFile file, TelephoneNote note, @Nullable String key, Viewer by) {
        return work.inOpenCase(file.id(), by, () -> {
            Party party = participant(file, note.partner().participant(), by);
            Items.Receipt receipt = receive(note, around(note, file.reference(), partner(note, party), by), key, by);
            if (!receipt.repeated()) {
                journal.append(NewEntry.of(Action.TELEPHONE_NOTED, Actor.of(by))
                        .in(file.id())
                        .about(receipt.document())
                        .with(details(note, party)));
                addTask(file, note.toDo(), receipt.document(), by);
            }
            return receipt;
        });
    }

    /** Also one whose part has ended: people go on calling. */
    private @Nullable Party participant(CaseFile file, @Nullable PartyId id, Viewer by) {
        if (id == null) {
            return null;
        }
        return cases.participants(file.id(), by).stream()
                .map(Participant::party)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("participant", "does not take part in this case"));
    }

    private static Map<String, String> details(TelephoneNote note, @Nullable Party party) {
        Map<String, String> details =
                new HashMap<>(Map.of("direction", note.direction().name()));
        if (party != null) {
            details.put("party", party.id().toString());
        }
        return details;
    }

    private void addTask(CaseFile file, @Nullable NewTask toDo, DocumentId document, Viewer by) {
        if (toDo != null) {
            tasks.add(file.id(), new NewTask(toDo.what(), toDo.note(), toDo.assignee(), toDo.dueOn(), document), by);
        }
    }

    private static String partner(TelephoneNote note, @Nullable Party party) {
        return Stream.of(note.partner().name(), party == null ? null : party.name())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private NoteSheet.Around around(TelephoneNote note, @Nullable CaseReference file, String partner, Viewer by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant at = note.at() == null ? now : note.at();
        if (at.isAfter(now.plus(FUTURE)) || at.isBefore(now.minus(PAST))) {
            throw new InvalidInput("at", "is not a likely time of a call");
        }
        return new NoteSheet.Around(partner, at, file, by.name());
    }

    private Items.Receipt receive(TelephoneNote note, NoteSheet.Around around, @Nullable String key, Viewer by) {
        byte[] bytes = sheet.of(note, around);
        ZonedDateTime at = around.at().atZone(clock.getZone());
        CaseReference file = around.file();
        Incoming incoming = new Incoming(
                Channel.NOTE,
                key == null
                        ? null
                        : by.user() + "/" + key + "/" + Sha256.ofContent(bytes).hex(),
                "telephone-note-" + NAME.format(at) + ".html",
                caller(note, around),
                "text/html",
                null,
                List.of(),
                List.of(),
                by.user(),
                new Wishes(file == null ? null : file.toString(), TYPE, note.subject(), at.toLocalDate(), null),
                Incoming.Urgency.PERSON_WAITS);
        return intake.receive(incoming, new ByteArrayInputStream(bytes));
    }

    /** The sender of the document, by whose name and number filing looks for the case. */
    private static String caller(TelephoneNote note, NoteSheet.Around around) {
        String number = note.partner().number();
        return switch (note.direction()) {
            case INCOMING -> number == null ? around.partner() : around.partner() + ", " + number;
            case OUTGOING -> around.writer();
        };
    }
}
