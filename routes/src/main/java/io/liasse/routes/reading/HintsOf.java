package io.liasse.routes.reading;

import io.liasse.capture.Reading;
import io.liasse.capture.boundary.MissingPages;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What reading told of the pages of one document that a person should know.
 *
 * @param pages that were looked at; 0: the stack
 */
record HintsOf(List<Integer> pages, List<PageHint> hints) {
    private static final int STACK = 0;
    private static final MissingPages MISSING = new MissingPages();

    static HintsOf read(Reading.Read read) {
        List<Integer> pages = new ArrayList<>(List.of(STACK));
        List<PageHint> hints = new ArrayList<>();
        for (Reading.ReadPage page : read.pages()) {
            Set<Reading.Hint> found = page.hints();
            if (found != null) {
                pages.add(page.number());
                found.forEach(each -> hints.add(hint(page.number(), each)));
            }
        }
        if (read.pages().size() > 1) {
            MISSING.in(read.pages()).map(HintsOf::hint).ifPresent(hints::add);
        }
        return new HintsOf(pages, hints);
    }

    void keep(DocumentId id, Documents documents) {
        documents.keepHints(id, pages, hints);
    }

    private static PageHint hint(MissingPages.Finding finding) {
        return switch (finding) {
            case MissingPages.Missing(List<Integer> missing, int of) ->
                new PageHint(STACK, PageHint.Kind.MISSING_PAGES, MissingPages.text(missing) + "|" + of, false);
            case MissingPages.OnlyFronts() -> new PageHint(STACK, PageHint.Kind.ONLY_FRONTS);
            case MissingPages.OnlyBacks() -> new PageHint(STACK, PageHint.Kind.ONLY_BACKS);
        };
    }

    static PageHint hint(int page, Reading.Hint hint) {
        return new PageHint(
                page,
                switch (hint) {
                    case BLURRED -> PageHint.Kind.BLURRED;
                    case CUT -> PageHint.Kind.CUT;
                    case UPSIDE_DOWN -> PageHint.Kind.UPSIDE_DOWN;
                    case ON_ITS_SIDE -> PageHint.Kind.ON_ITS_SIDE;
                    case BLANK -> PageHint.Kind.BLANK;
                    case TOO_DARK -> PageHint.Kind.TOO_DARK;
                    case TOO_LIGHT -> PageHint.Kind.TOO_LIGHT;
                    case TOO_COARSE -> PageHint.Kind.TOO_COARSE;
                });
    }
}
