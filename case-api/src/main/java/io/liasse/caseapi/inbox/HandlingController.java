package io.liasse.caseapi.inbox;

import io.liasse.caseapi.documents.DocumentLine;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.InboxWork;
import io.liasse.store.document.NotOurs;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/documents}: what is done with waiting documents other than filing them. */
@RestController
@RequestMapping("/api/v1/documents")
final class HandlingController {
    private final InboxWork work;
    private final Documents documents;

    HandlingController(InboxWork work, Documents documents) {
        this.work = work;
        this.documents = documents;
    }

    /** Why it is not ours; OTHER needs a text. */
    record Refused(@Nullable NotOurs reason, @Nullable String text) {}

    /** The username of a colleague, and what to tell. */
    record Handed(@Nullable String to, @Nullable String note) {}

    @Operation(
            summary = "Says that a waiting document is not ours",
            description = "It leaves the inbox and is kept, with the reason, in state NOT_OURS.")
    @PostMapping("/{id}/not-ours")
    DocumentLine notOurs(@PathVariable DocumentId id, @RequestBody Refused refused, Viewer viewer) {
        documents.get(id, viewer);
        if (refused.reason() == null) {
            throw new InvalidInput("reason", "is missing");
        }
        return DocumentLine.of(work.notOurs(id, refused.reason(), refused.text(), null, viewer));
    }

    @Operation(summary = "Takes back that a document is not ours", description = "It waits as it did before.")
    @PostMapping("/{id}/ours-again")
    DocumentLine takeBack(@PathVariable DocumentId id, Viewer viewer) {
        return DocumentLine.of(work.takeBack(id, viewer));
    }

    @Operation(
            summary = "Takes the last decision back",
            description = "A filing, or that a document is not ours. Who decided can do so for an hour, as long as"
                    + " nothing else has happened to the document; what was corrected stays corrected.")
    @PostMapping("/{id}/undo")
    DocumentLine undo(@PathVariable DocumentId id, Viewer viewer) {
        return DocumentLine.of(work.undo(id, viewer));
    }

    @Operation(summary = "Hands a waiting document to a colleague", description = "By username, with a note.")
    @PostMapping("/{id}/hand-on")
    DocumentLine handOn(@PathVariable DocumentId id, @RequestBody Handed handed, Viewer viewer) {
        documents.get(id, viewer);
        if (handed.to() == null) {
            throw new InvalidInput("to", "is missing");
        }
        return DocumentLine.of(work.handOn(id, handed.to(), handed.note(), viewer));
    }

    @Operation(summary = "A document that was handed on is for everybody again")
    @PostMapping("/{id}/hand-back")
    DocumentLine handBack(@PathVariable DocumentId id, Viewer viewer) {
        return DocumentLine.of(work.handBack(id, viewer));
    }

    @Operation(summary = "Lists the waiting documents that were handed to the caller", description = "Oldest first.")
    @GetMapping("/handed")
    Listing<DocumentLine> handed(Paging paging, Viewer viewer) {
        return Listing.of(work.handedTo(viewer, paging.request()), DocumentLine::of);
    }

    @Operation(
            summary = "Claims a waiting document, or renews the claim",
            description = "For five minutes; colleagues see it and pass the document over. 409 when one of them was"
                    + " first. A claim on another document ends.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/{id}/claim")
    void claim(@PathVariable DocumentId id, Viewer viewer) {
        Document document = documents.get(id, viewer);
        if (!work.claim(document.id(), viewer)) {
            throw Conflict.state("a colleague works on the document, or it does not wait");
        }
    }

    @Operation(summary = "Gives the claim up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}/claim")
    void release(@PathVariable DocumentId id, Viewer viewer) {
        documents.get(id, viewer);
        work.release(id, viewer);
    }
}
