package io.liasse.caseapi.documents;

import io.liasse.store.document.PageHint;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing wrong with some pages, as screens show it.
 *
 * @param missing the pages that are not there, where that is what is wrong
 * @param of how many
 */
public record HintLine(PageHint.Kind kind, List<Integer> pages, String missing, String of) {
    public HintLine {
        pages = List.copyOf(pages);
    }

    /** Those that nobody dismissed, pages to scan again first. */
    public static List<HintLine> of(Collection<PageHint> hints) {
        Map<PageHint.Kind, List<PageHint>> byKind = hints.stream()
                .filter(each -> !each.dismissed())
                .collect(Collectors.groupingBy(
                        PageHint::kind, () -> new EnumMap<>(PageHint.Kind.class), Collectors.toList()));
        return byKind.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .sorted((one, other) -> Boolean.compare(other.poor(), one.poor()))
                .toList();
    }

    private static HintLine line(PageHint.Kind kind, List<PageHint> hints) {
        String[] detail = hints.getFirst().detail().split("\\|", 2);
        List<Integer> pages =
                hints.stream().map(PageHint::page).filter(page -> page > 0).toList();
        return new HintLine(kind, pages, detail[0], detail.length < 2 ? "" : detail[1]);
    }

    public boolean poor() {
        return kind.poor();
    }

    /** Numbers of its pages; empty where it is the whole document. */
    public String pageNumbers() {
        return pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Pages to name when it is dismissed; 0 for the whole document. */
    public List<Integer> dismissible() {
        return pages.isEmpty() ? List.of(0) : pages;
    }
}
