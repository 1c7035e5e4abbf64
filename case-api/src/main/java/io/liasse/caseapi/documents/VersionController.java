package io.liasse.caseapi.documents;

import io.liasse.caseapi.web.Content;
import io.liasse.caseapi.web.Content.Disposition;
import io.liasse.caseapi.web.ContentAnswer;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.Listing;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageEdits;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.document.Version;
import io.liasse.store.document.VersionChanges;
import io.liasse.store.document.VersionChanges.PageChange;
import io.liasse.store.document.Versions;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/documents/{id}/versions}: what each version of a document is, shows, and changed; and back to one. */
@RestController
@RequestMapping("/api/v1/documents/{id}/versions")
final class VersionController {
    private final Documents documents;
    private final Versions versions;
    private final PageEdits edits;
    private final ContentAnswer answer;
    private final AccessPolicy policy;

    VersionController(
            Documents documents, Versions versions, PageEdits edits, ContentAnswer answer, AccessPolicy policy) {
        this.documents = documents;
        this.versions = versions;
        this.edits = edits;
        this.answer = answer;
        this.policy = policy;
    }

    /**
     * A version of a document.
     *
     * @param reason received, unpacked, divided, edited, or restored|2
     * @param pages null where that is not known any more
     * @param sha256 of its file: of the first that is the original
     */
    record VersionJson(
            int number,
            String reason,
            String by,
            Instant at,
            @Nullable Integer pages,
            String mediaType,
            long size,
            String sha256,
            boolean current) {}

    @Operation(summary = "The versions of a document, the original first")
    @GetMapping
    Listing<VersionJson> versions(@PathVariable DocumentId id, Viewer viewer) {
        Document document = documents.get(id, viewer);
        Map<Integer, Integer> pages = versions.pageCounts(id);
        List<Version> all = documents.versions(id);
        int present = all.getLast().number();
        return Listing.whole(
                all,
                each -> new VersionJson(
                        each.number(),
                        each.reason(),
                        each.by(),
                        each.at(),
                        each.number() == present ? document.pages() : pages.get(each.number()),
                        each.mediaType(),
                        each.size(),
                        each.sha256().hex(),
                        each.number() == present));
    }

    /**
     * What became of the pages, those that changed only, in the order of the version asked for.
     *
     * @param unchanged how many pages are as they were
     */
    record ChangesJson(int since, int number, int unchanged, List<ChangeJson> changes) {}

    /**
     * @param before its number in the version compared with; null: it is not in there
     * @param after its number in the version asked for; null: it was taken out
     * @param turned clockwise, in degrees
     */
    record ChangeJson(@Nullable Integer before, @Nullable Integer after, int turned, boolean moved) {}

    @Operation(
            summary = "What a version changed",
            description = "Against the version before it, or any other: since. The original has nothing before it.")
    @GetMapping("/{number}/changes")
    ChangesJson changes(
            @PathVariable DocumentId id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer since,
            Viewer viewer) {
        documents.get(id, viewer);
        int other = since == null ? Math.max(1, number - 1) : since;
        List<Integer> known =
                documents.versions(id).stream().map(Version::number).toList();
        if (!known.contains(number)) {
            throw new NotFound("version");
        }
        if (!known.contains(other)) {
            throw new InvalidInput("since", "is no version of the document");
        }
        VersionChanges all = versions.changes(id, other, number);
        List<ChangeJson> changes = all.pages().stream()
                .filter(PageChange::changed)
                .map(each -> new ChangeJson(each.before(), each.after(), each.turned(), each.moved()))
                .toList();
        return new ChangesJson(other, number, all.pages().size() - changes.size(), changes);
    }

    @Operation(summary = "The searchable PDF of one version")
    @GetMapping("/{number}/pdf")
    void pdf(
            @PathVariable DocumentId id,
            @PathVariable int number,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(opened(id, viewer), number, RenditionKind.PDF, 0, request, response);
    }

    @Operation(
            summary = "The picture of one page, from 1, of one version",
            description = "PNG, or JPEG for photographs; the content type says which.")
    @GetMapping("/{number}/pages/{page}.png")
    void page(
            @PathVariable DocumentId id,
            @PathVariable int number,
            @PathVariable int page,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(opened(id, viewer), number, RenditionKind.PAGE, page, request, response);
    }

    private Document opened(DocumentId id, Viewer viewer) {
        Document document = documents.get(id, viewer);
        if (!policy.mayOpen(viewer, document)) {
            throw new NotAllowed("open a document in quarantine");
        }
        documents.opened(id, viewer);
        return document;
    }

    private void write(
            Document document,
            int number,
            RenditionKind kind,
            int page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Rendition rendition = versions.rendition(document.id(), number, kind, page)
                .orElseThrow(() -> new NotFound(page == 0 ? "version" : "page"));
        String name = document.name().replaceFirst("(?<=.)\\.[^.]*$", "") + " v" + number + ending(rendition);
        answer.write(
                new Content(
                        rendition.object().hash(),
                        rendition.object().size(),
                        name,
                        rendition.mediaType(),
                        Disposition.INLINE),
                request,
                response);
    }

    private static String ending(Rendition rendition) {
        return switch (rendition.mediaType()) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> "-%d.jpg".formatted(rendition.page());
            default -> "-%d.png".formatted(rendition.page());
        };
    }

    @Operation(
            summary = "Goes back to an earlier version",
            description = "At once, as a further version; corrections and values set since stay with their pages.")
    @PostMapping("/{number}/restore")
    DocumentLine restore(
            @PathVariable DocumentId id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Long version = EntityTags.optional(ifMatch, documents.get(id, viewer).version());
        return DocumentLine.of(edits.restore(id, number, version, viewer));
    }
}
