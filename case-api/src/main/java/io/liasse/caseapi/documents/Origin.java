package io.liasse.caseapi.documents;

import io.liasse.store.document.DocumentId;
import io.liasse.store.document.SourcePage;
import java.util.ArrayList;
import java.util.List;

/**
 * Of which pages of which other document a document was made.
 *
 * @param pages as people write them: 1, 3–5
 */
public record Origin(DocumentId source, String title, String pages) {
    /** The pages that come from the source. */
    static String pages(DocumentId source, List<SourcePage> all) {
        List<Integer> pages = all.stream()
                .filter(each -> each.source().equals(source))
                .map(SourcePage::page)
                .sorted()
                .toList();
        List<String> runs = new ArrayList<>();
        int first = 0;
        for (int at = 1; at <= pages.size(); at++) {
            if (at == pages.size() || pages.get(at) != pages.get(at - 1) + 1) {
                int from = pages.get(first);
                int to = pages.get(at - 1);
                runs.add(from == to ? "" + from : from + "–" + to);
                first = at;
            }
        }
        return String.join(", ", runs);
    }
}
