package io.liasse.caseapi.documents;

import io.liasse.caseapi.web.EntityTags;
import io.liasse.routes.PageEditing;
import io.liasse.routes.PageEditing.PageOrder;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.swagger.v3.oas.annotations.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/documents/{id}}: pages turned, put into another order, taken out, divided among documents; documents put
 * together. Answered when it is ordered: the document is RECEIVED until it is done.
 */
@RestController
@RequestMapping("/api/v1/documents/{id}")
final class PageController {
    private final Documents documents;
    private final PageEditing editing;

    PageController(Documents documents, PageEditing editing) {
        this.documents = documents;
        this.editing = editing;
    }

    /** Pages to be turned clockwise by a multiple of 90 degrees; negative: the other way. */
    record Rotation(
            @Nullable List<@Nullable Integer> pages,
            @Nullable Integer degrees) {}

    /**
     * The pages that stay, in their new order.
     *
     * @param order all of them as they are when absent
     * @param degrees how far pages are turned clockwise, by their numbers
     * @param at places in the new order at which another document begins
     */
    record Order(
            @Nullable List<@Nullable Integer> order,
            @Nullable Map<Integer, @Nullable Integer> degrees,
            @Nullable List<@Nullable Integer> at) {}

    /** Pages, from 2 on, on which another document begins. */
    record Split(@Nullable List<@Nullable Integer> at) {}

    /** Documents whose pages come behind those of this one. */
    record Merging(@Nullable List<@Nullable UUID> with) {}

    @Operation(summary = "Turns pages", description = "Makes a version; the original stays as it came.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/rotate")
    DocumentLine rotate(
            @PathVariable DocumentId id,
            @RequestBody Rotation rotation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Long version = version(id, ifMatch, viewer);
        List<Integer> pages = given(rotation.pages(), "pages");
        int degrees = given(rotation.degrees(), "degrees");
        if (new HashSet<>(pages).size() < pages.size()) {
            throw new InvalidInput("pages", "names a page twice");
        }
        Map<Integer, Integer> turns = pages.stream().collect(Collectors.toMap(Function.identity(), page -> degrees));
        return DocumentLine.of(editing.arrange(id, new PageOrder(null, turns, List.of()), version, viewer));
    }

    @Operation(
            summary = "Puts pages into another order, and takes out those that it does not name",
            description =
                    "Turns pages and divides the document in the same step where that is asked for. Makes a version,"
                            + " or documents; the original stays as it came.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/pages")
    DocumentLine order(
            @PathVariable DocumentId id,
            @RequestBody Order order,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Long version = version(id, ifMatch, viewer);
        List<Integer> pages = order.order() == null ? null : given(order.order(), "order");
        List<Integer> at = order.at() == null ? List.of() : given(order.at(), "at");
        if (pages == null && order.degrees() == null && at.isEmpty()) {
            throw new InvalidInput("order", "is missing");
        }
        return DocumentLine.of(editing.arrange(id, new PageOrder(pages, turns(order), at), version, viewer));
    }

    private static Map<Integer, Integer> turns(Order order) {
        Map<Integer, @Nullable Integer> degrees = order.degrees();
        return degrees == null
                ? Map.of()
                : degrees.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> given(each.getValue(), "degrees")));
    }

    @Operation(
            summary = "Divides a document of the inbox or of an open case",
            description = "Before these pages, from 2 on. What is made of a filed document is filed where that is.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/split")
    DocumentLine split(
            @PathVariable DocumentId id,
            @RequestBody Split split,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Long version = version(id, ifMatch, viewer);
        List<Integer> at = given(split.at(), "at");
        if (at.isEmpty()) {
            throw new InvalidInput("at", "is missing");
        }
        return DocumentLine.of(editing.arrange(id, new PageOrder(null, Map.of(), at), version, viewer));
    }

    @Operation(
            summary = "Puts documents of the inbox, or of one open case, together",
            description = "All become one new document, there; undone like a division.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/merge")
    DocumentLine merge(
            @PathVariable DocumentId id,
            @RequestBody Merging merging,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Long version = version(id, ifMatch, viewer);
        List<DocumentId> with =
                given(merging.with(), "with").stream().map(DocumentId::new).toList();
        return DocumentLine.of(editing.merge(id, with, version, viewer));
    }

    private @Nullable Long version(DocumentId id, @Nullable String ifMatch, Viewer viewer) {
        return EntityTags.optional(ifMatch, documents.get(id, viewer).version());
    }

    private static <T> List<T> given(@Nullable List<@Nullable T> values, String field) {
        if (values == null) {
            throw new InvalidInput(field, "is missing");
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput(field, "has a gap");
        }
        return values.stream().map(Objects::requireNonNull).toList();
    }

    private static int given(@Nullable Integer value, String field) {
        if (value == null) {
            throw new InvalidInput(field, "is missing");
        }
        return value;
    }
}
