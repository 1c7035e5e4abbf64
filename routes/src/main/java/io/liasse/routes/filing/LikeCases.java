package io.liasse.routes.filing;

import io.liasse.search.Similar;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.PageText;
import io.liasse.store.filing.OpenCase;
import io.liasse.store.filing.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The open cases with documents most like a text. None while the index is made anew. */
@Component
final class LikeCases {
    private static final int MOST = 5;

    /** Less is what papers of one kind have in common, whatever their case. */
    private static final double LEAST = 0.3;

    private static final int PAGES = 3;

    /** Fewer words are not enough to be like anything. */
    private static final int FEWEST_WORDS = 12;

    /** So many cases with documents as like as the likest: a form, which tells none of them. */
    private static final int MANY = 3;

    private static final double AS_LIKE = 0.9;
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final Similar similar;
    private final Traces traces;

    LikeCases(Similar similar, Traces traces) {
        this.similar = similar;
        this.traces = traces;
    }

    /** With how like the document is, 0 to 1; the likest first. */
    Map<OpenCase, Double> to(List<PageText> pages) {
        String text = pages.stream().limit(PAGES).map(PageText::text).collect(Collectors.joining("\n"));
        List<Similar.InCase> found = enough(text) ? similar.cases(text, MOST) : List.of();
        Map<CaseId, Double> scores = new LinkedHashMap<>();
        if (!isForm(found)) {
            found.stream()
                    .filter(each -> each.score() >= LEAST)
                    .forEach(each -> scores.put(each.caseId(), each.score()));
        }
        Map<OpenCase, Double> like = new LinkedHashMap<>();
        if (!scores.isEmpty()) {
            Map<CaseId, OpenCase> open =
                    traces.open(scores.keySet()).stream().collect(Collectors.toMap(OpenCase::id, each -> each));
            scores.forEach((id, score) -> {
                if (open.containsKey(id)) {
                    like.put(Objects.requireNonNull(open.get(id)), score);
                }
            });
        }
        return like;
    }

    private static boolean enough(String text) {
        return WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .limit(FEWEST_WORDS)
                        .count()
                == FEWEST_WORDS;
    }

    private static boolean isForm(List<Similar.InCase> found) {
        return found.size() >= MANY
                && found.get(MANY - 1).score() >= AS_LIKE * found.getFirst().score();
    }
}
