package io.liasse.store.document;

import io.liasse.store.journal.Actor;
import java.util.List;

/**
 * A version of a document with its pages in another order, turned, or without some. Its objects are already stored.
 *
 * @param pages in their new order, at least one, none twice
 * @param renditions all of the new version
 * @param again pages that were read again because they were turned
 * @param by who ordered it
 */
public record NewVersion(List<PageTurn> pages, List<Rendition> renditions, List<ReadAgain> again, Actor by) {
    public NewVersion {
        pages = List.copyOf(pages);
        renditions = List.copyOf(renditions);
        again = List.copyOf(again);
        long different = pages.stream().map(PageTurn::was).distinct().count();
        if (pages.isEmpty() || different < pages.size()) {
            throw new IllegalArgumentException("A version has pages, and none twice");
        }
    }

    /** What was read on a page of the new version, with all its fields and hints. */
    public record ReadAgain(PageText text, List<Field> fields, List<PageHint> hints) {
        public ReadAgain {
            fields = List.copyOf(fields);
            hints = List.copyOf(hints);
        }
    }
}
