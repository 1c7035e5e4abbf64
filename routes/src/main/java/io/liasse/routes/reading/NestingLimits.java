package io.liasse.routes.reading;

import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.item.Items;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends archives that hold themselves: parts of parts are read to a depth, and an item becomes only so many documents. */
@Component
final class NestingLimits {
    private final ReadingSettings settings;
    private final Documents documents;
    private final Items items;

    NestingLimits(ReadingSettings settings, Documents documents, Items items) {
        this.settings = settings;
        this.documents = documents;
        this.items = items;
    }

    /** Why this document must not be read, as {@code key|arg}. */
    Optional<String> reasonAgainst(Document document) {
        if (depth(document.parent()) > settings.depth()) {
            return Optional.of("too-deep");
        }
        return Optional.empty();
    }

    private int depth(@Nullable DocumentId parent) {
        int depth = 0;
        DocumentId next = parent;
        while (next != null && depth <= settings.depth()) {
            depth++;
            next = documents.find(next).map(Document::parent).orElse(null);
        }
        return depth;
    }

    /** Whether the item of the document may become so many documents more. */
    boolean admits(Document document, int parts) {
        return parts == 0 || items.get(document.item()).documents() + parts <= settings.partsPerItem();
    }
}
