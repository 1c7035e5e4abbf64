package io.liasse.caseapi.tags;

import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.tag.Marks;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.TagId;
import io.liasse.store.tag.Tags;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/tags}, and the tags and marks of documents and cases. */
@RestController
@RequestMapping("/api/v1")
final class TagController {
    private static final int MOST = 50;

    private final Tags tags;
    private final Marks marks;
    private final Documents documents;
    private final CaseFiles cases;
    private final AccessPolicy policy;

    TagController(Tags tags, Marks marks, Documents documents, CaseFiles cases, AccessPolicy policy) {
        this.tags = tags;
        this.marks = marks;
        this.documents = documents;
        this.cases = cases;
        this.policy = policy;
    }

    record TagJson(UUID id, String name, Tag.Colour colour) {
        static TagJson of(Tag tag) {
            return new TagJson(tag.id().value(), tag.name(), tag.colour());
        }
    }

    /** A new tag; grey when no colour is named. */
    record NewTag(@Nullable String name, Tag.@Nullable Colour colour) {}

    /** Names of tags to put on and to take off. */
    record TagChange(@Nullable List<String> add, @Nullable List<String> remove) {
        List<String> added() {
            return add == null ? List.of() : add;
        }

        List<String> removed() {
            return remove == null ? List.of() : remove;
        }
    }

    /** The caller's own mark on a document, and the one for all. */
    record MarkJson(boolean own, boolean shared, @Nullable String sharedBy) {
        static MarkJson of(Marks.Mark mark) {
            return new MarkJson(mark.own(), mark.shared(), mark.sharedBy());
        }
    }

    /** A marked document. */
    record MarkedJson(UUID document, String title, boolean shared, String by, Instant at) {
        static MarkedJson of(Marks.Marked marked) {
            return new MarkedJson(marked.id().value(), marked.title(), marked.shared(), marked.by(), marked.at());
        }
    }

    @Operation(summary = "Tags whose name holds a text", description = "At most 50, by name.")
    @GetMapping("/tags")
    Listing<TagJson> list(@RequestParam(defaultValue = "") String q) {
        return Listing.whole(tags.matching(q, MOST), TagJson::of);
    }

    @Operation(summary = "Makes a tag")
    @PostMapping("/tags")
    ResponseEntity<TagJson> create(@RequestBody NewTag entered, Viewer viewer) {
        Tag.Colour colour = entered.colour() == null ? Tag.Colour.GREY : entered.colour();
        Tag made = tags.create(entered.name() == null ? "" : entered.name(), colour, viewer);
        return ResponseEntity.created(URI.create("/api/v1/tags/" + made.id()))
                .eTag(EntityTags.of(made.version()))
                .body(TagJson.of(made));
    }

    @Operation(summary = "One tag")
    @GetMapping("/tags/{id}")
    ResponseEntity<TagJson> get(@PathVariable TagId id) {
        Tag tag = tags.get(id);
        return ResponseEntity.ok().eTag(EntityTags.of(tag.version())).body(TagJson.of(tag));
    }

    @Operation(summary = "Changes name or colour of a tag", description = "What carries it carries it so.")
    @PatchMapping("/tags/{id}")
    ResponseEntity<TagJson> change(
            @PathVariable TagId id,
            @RequestBody NewTag entered,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        if (!policy.mayManageTags(viewer)) {
            throw new NotAllowed("manage tags");
        }
        Tag known = tags.get(id);
        Long version = EntityTags.optional(ifMatch, known.version());
        Tag changed = tags.change(
                new Tag(
                        id,
                        entered.name() == null ? known.name() : entered.name(),
                        entered.colour() == null ? known.colour() : entered.colour(),
                        version == null ? known.version() : version),
                viewer);
        return ResponseEntity.ok().eTag(EntityTags.of(changed.version())).body(TagJson.of(changed));
    }

    @Operation(summary = "Removes a tag, from all that carries it, too")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/tags/{id}")
    void remove(@PathVariable TagId id, Viewer viewer) {
        tags.remove(id, viewer);
    }

    @Operation(summary = "The tags of a document")
    @GetMapping("/documents/{id}/tags")
    Listing<TagJson> ofDocument(@PathVariable DocumentId id, Viewer viewer) {
        return Listing.whole(tags.of(documents.get(id, viewer).id()), TagJson::of);
    }

    @Operation(summary = "Puts tags on a document and takes others off", description = "By their names.")
    @PostMapping("/documents/{id}/tags")
    Listing<TagJson> changeDocument(@PathVariable DocumentId id, @RequestBody TagChange change, Viewer viewer) {
        tags.change(id, change.added(), change.removed(), viewer);
        return ofDocument(id, viewer);
    }

    @Operation(summary = "The tags of a case")
    @GetMapping("/cases/{reference}/tags")
    Listing<TagJson> ofCase(@PathVariable String reference, Viewer viewer) {
        return Listing.whole(tags.of(caseNamed(reference, viewer)), TagJson::of);
    }

    @Operation(summary = "Puts tags on a case and takes others off", description = "By their names.")
    @PostMapping("/cases/{reference}/tags")
    Listing<TagJson> changeCase(@PathVariable String reference, @RequestBody TagChange change, Viewer viewer) {
        tags.change(caseNamed(reference, viewer), change.added(), change.removed(), viewer);
        return ofCase(reference, viewer);
    }

    private CaseId caseNamed(String reference, Viewer viewer) {
        CaseReference parsed = CaseReference.parse(reference).orElseThrow(() -> new NotFound("case"));
        return cases.get(parsed, viewer).id();
    }

    @Operation(summary = "The marks on a document", description = "One's own, and the one for all.")
    @GetMapping("/documents/{id}/mark")
    MarkJson mark(@PathVariable DocumentId id, Viewer viewer) {
        return MarkJson.of(marks.of(documents.get(id, viewer).id(), viewer));
    }

    @Operation(summary = "Marks a document for following up", description = "For oneself, or with shared for all.")
    @PutMapping("/documents/{id}/mark")
    MarkJson setMark(@PathVariable DocumentId id, @RequestParam(defaultValue = "false") boolean shared, Viewer viewer) {
        marks.set(id, shared, viewer);
        return mark(id, viewer);
    }

    @Operation(summary = "Takes a mark away")
    @DeleteMapping("/documents/{id}/mark")
    MarkJson clearMark(
            @PathVariable DocumentId id, @RequestParam(defaultValue = "false") boolean shared, Viewer viewer) {
        marks.clear(id, shared, viewer);
        return mark(id, viewer);
    }

    @Operation(summary = "Lists marked documents", description = "One's own marks, or with shared those for all.")
    @GetMapping("/marks")
    Listing<MarkedJson> marks(@RequestParam(defaultValue = "false") boolean shared, Paging paging, Viewer viewer) {
        return Listing.of(marks.page(shared, viewer, paging.request()), MarkedJson::of);
    }
}
