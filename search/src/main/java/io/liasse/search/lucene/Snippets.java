package io.liasse.search.lucene;

import io.liasse.search.query.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** Cuts from a page the places where what was wanted stands. Thread-safe. */
final class Snippets {
    private static final int PLACES = 2;
    private static final int AROUND = 120;
    private static final int LONGEST_TEXT = 20_000;

    private final UnifiedHighlighter highlighter;
    private final TextQueries queries;

    Snippets(Words words, TextQueries queries) {
        this.queries = queries;
        this.highlighter = UnifiedHighlighter.builderWithoutSearcher(words.analyzer())
                .withWeightMatches(false)
                .withMaxLength(LONGEST_TEXT)
                .withBreakIterator(Snippets::pieces)
                .withFormatter(new MarkedHtml())
                .build();
    }

    /** HTML: what was found in {@code <mark>}, all else escaped; the beginning of the text when nothing was. */
    String of(Wanted wanted, Found.Match match) {
        @Nullable Language language = Language.of(match.language()).orElse(null);
        if (match.body().isBlank()) {
            return "";
        }
        try {
            Query query = queries.page(wanted, language);
            Object html =
                    highlighter.highlightWithoutSearcher(TextQueries.pageField(language), query, match.body(), PLACES);
            return html == null ? "" : html.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BreakIterator pieces() {
        return LengthGoalBreakIterator.createMinLength(BreakIterator.getWordInstance(Locale.ROOT), AROUND, 0.5f);
    }
}
