package io.liasse.capture.boundary;

import io.liasse.capture.Reading.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the printed numbers of pages ({@code n/m}) tell about a stack: which page is missing, or that only the fronts or only
 * the backs of its sheets are there. Thread-safe. Says nothing where a page without a number may be the one that is missing.
 */
public final class MissingPages {
    private final Numbering.Finder finder = new Numbering.Finder(Words.usual());

    /** What is found. */
    public sealed interface Finding {}

    /** Pages that are not there, of so many. */
    public record Missing(List<Integer> pages, int of) implements Finding {
        public Missing {
            pages = List.copyOf(pages);
        }
    }

    /** Pages 1, 3, 5 …: the other sides are not there. */
    public record OnlyFronts() implements Finding {}

    /** Pages 2, 4, 6 … or 6, 4, 2: the other sides are not there. */
    public record OnlyBacks() implements Finding {}

    /** Of the pages of a document as they were read, in order. */
    public Optional<Finding> in(List<ReadPage> pages) {
        List<ReadPage> filled = pages.stream().filter(page -> !page.blank()).toList();
        List<Numbering> numbers = filled.stream()
                .flatMap(page -> finder
                        .in(page.text().lines().filter(line -> !line.isBlank()).toList())
                        .stream())
                .filter(each -> each.of() != null)
                .toList();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Integer of = numbers.getFirst().of();
        if (of == null || numbers.stream().anyMatch(each -> !of.equals(each.of()))) {
            return Optional.empty();
        }
        return found(numbers.stream().map(Numbering::page).toList(), of, filled.size() - numbers.size());
    }

    /** Two numbers that agree are needed: a lone {@code 1/2} may be anything. */
    private Optional<Finding> found(List<Integer> numbers, int of, int unnumbered) {
        TreeSet<Integer> there = new TreeSet<>(numbers);
        if (numbers.size() < 2 || there.size() < numbers.size()) {
            return Optional.empty();
        }
        if (unnumbered == 0 && everySecond(numbers, 1, of, 1)) {
            return Optional.of(new OnlyFronts());
        }
        if (unnumbered == 0 && (everySecond(numbers, 2, of, 1) || everySecond(numbers, of - of % 2, of, -1))) {
            return Optional.of(new OnlyBacks());
        }
        List<Integer> missing = IntStream.rangeClosed(1, of)
                .filter(page -> !there.contains(page))
                .boxed()
                .toList();
        boolean sure = !missing.isEmpty() && missing.size() > unnumbered && missing.size() <= numbers.size();
        return sure ? Optional.of(new Missing(missing, of)) : Optional.empty();
    }

    private static boolean everySecond(List<Integer> numbers, int first, int of, int direction) {
        List<Integer> wanted = new ArrayList<>();
        for (int page = first; page >= 1 && page <= of; page += 2 * direction) {
            wanted.add(page);
        }
        return of > 2 && numbers.equals(wanted);
    }

    /** Numbers as people write them: {@code 2, 4}. */
    public static String text(List<Integer> pages) {
        return pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
