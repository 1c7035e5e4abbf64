package io.liasse.caseapi.telephone;

import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.telephone.TelephoneNote.Direction;
import io.liasse.caseapi.telephone.TelephoneNote.Partner;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentState;
import io.liasse.store.item.Items;
import io.liasse.store.party.PartyId;
import io.liasse.store.task.NewTask;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/telephone-notes} and {@code /api/v1/cases/{reference}/telephone-notes}: writes what was said. */
@RestController
@RequestMapping("/api/v1")
final class TelephoneNoteController {
    private final TelephoneNotes notes;
    private final CaseNaming naming;
    private final IdempotentPosts posts;

    TelephoneNoteController(TelephoneNotes notes, CaseNaming naming, IdempotentPosts posts) {
        this.notes = notes;
        this.naming = naming;
        this.posts = posts;
    }

    /**
     * A note; {@code participant} is the id of a party that takes part in the case, {@code name} somebody else or somebody
     * there, {@code at} is now and {@code direction} INCOMING when absent.
     */
    record NoteIn(
            @Nullable UUID participant,
            @Nullable String name,
            @Nullable String number,
            @Nullable OffsetDateTime at,
            @Nullable Direction direction,
            @Nullable String subject,
            @Nullable String text,
            @Nullable ToDoIn toDo) {
        TelephoneNote note() {
            return new TelephoneNote(
                    new Partner(participant == null ? null : new PartyId(participant), name, number),
                    direction == null ? Direction.INCOMING : direction,
                    at == null ? null : at.toInstant(),
                    Objects.toString(subject, ""),
                    Objects.toString(text, ""),
                    toDo == null ? null : toDo.task());
        }
    }

    /** What is to be done, and by when. */
    record ToDoIn(@Nullable String what, @Nullable LocalDate dueOn) {
        NewTask task() {
            if (what == null) {
                throw new InvalidInput("what", "is missing");
            }
            return new NewTask(what, null, null, dueOn, null);
        }
    }

    /** The document that a note became; its reading follows. */
    record Received(UUID id, UUID item, DocumentState state) {}

    /** A post as it is compared when it is repeated. */
    private record Request(@Nullable String reference, NoteIn note) {}

    @Operation(
            summary = "Writes a telephone note of a case",
            description =
                    "Becomes a document that is filed in the case once it is read; toDo becomes a task of the case.")
    @PostMapping("/cases/{reference}/telephone-notes")
    ResponseEntity<?> ofCase(
            @PathVariable String reference,
            @RequestBody NoteIn note,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(
                viewer,
                key,
                new Request(reference, note),
                () -> answer(notes.take(naming.caseNamed(reference, viewer), note.note(), null, viewer)));
    }

    @Operation(
            summary = "Writes a telephone note",
            description = "Becomes a document that is proposed a case as everything else that is handed in.")
    @PostMapping("/telephone-notes")
    ResponseEntity<?> ofNoCase(
            @RequestBody NoteIn note,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(null, note), () -> answer(notes.take(note.note(), null, viewer)));
    }

    private static ResponseEntity<?> answer(Items.Receipt receipt) {
        UUID id = receipt.document().value();
        return ResponseEntity.created(URI.create("/api/v1/documents/" + id))
                .body(new Received(id, receipt.item().value(), DocumentState.RECEIVED));
    }
}
