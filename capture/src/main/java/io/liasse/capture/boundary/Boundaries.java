package io.liasse.capture.boundary;

import io.liasse.capture.Reading.ReadPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Proposes where another document may begin, by the looks of the pages: each reason speaks for it with its weight, and
 * numbers of pages that go on, or references in common, speak against it. Works on what was read; opens no file.
 * Thread-safe.
 */
public final class Boundaries {
    /** What is left of a score where the numbers of pages go on, where a page is not the first, and so on. */
    private static final double GOES_ON = 0.1;

    private static final double SAME_REFERENCE = 0.4;
    private static final double OTHER_SIZE = 0.06;

    private final Words words = Words.usual();
    private final Numbering.Finder numbers = new Numbering.Finder(words);

    /**
     * A proposal.
     *
     * @param page on which another document may begin, from 2
     * @param score 0 to 1
     * @param reasons keys, the strongest first: numbering-restarts, numbering-complete, salutation, closing-before,
     *     heading, sender-changes, date-line, address, blank-before, size-changes, language-changes
     */
    public record Proposal(int page, double score, List<String> reasons) {
        public Proposal {
            reasons = List.copyOf(reasons);
        }
    }

    /** The proposals, by page. A blank page begins no document. */
    public List<Proposal> in(List<ReadPage> pages) {
        List<Proposal> proposals = new ArrayList<>();
        Looks before = null;
        boolean blank = false;
        for (ReadPage page : pages) {
            if (page.blank()) {
                blank = true;
                continue;
            }
            Looks now = Looks.of(page, words, numbers);
            if (before != null) {
                Proposal proposal = between(before, now, blank);
                if (proposal.score() >= words.least()) {
                    proposals.add(proposal);
                }
            }
            before = now;
            blank = false;
        }
        return proposals;
    }

    private Proposal between(Looks before, Looks now, boolean blank) {
        List<String> reasons = reasons(before, now, blank);
        reasons.sort(Comparator.comparingDouble(this::weight).reversed().thenComparing(Comparator.naturalOrder()));
        double doubt =
                reasons.stream().mapToDouble(reason -> 1 - weight(reason)).reduce(1, (all, each) -> all * each);
        double score = (1 - doubt) * against(before, now);
        return new Proposal(now.page().number(), score, reasons);
    }

    private double weight(String reason) {
        return words.weights().getOrDefault(reason, 0.0);
    }

    private static List<String> reasons(Looks before, Looks now, boolean blank) {
        List<String> reasons = new ArrayList<>();
        Map.of(
                        "numbering-restarts",
                                now.numbering() != null && now.numbering().isFirst(),
                        "numbering-complete",
                                before.numbering() != null && before.numbering().isLast(),
                        "salutation", now.salutation(),
                        "closing-before", before.closing(),
                        "heading", now.heading(),
                        "date-line", now.dated(),
                        "address", now.addressed(),
                        "blank-before", blank,
                        "sender-changes", differ(before.senders(), now.senders()),
                        "size-changes", otherSize(before.page(), now.page()))
                .forEach((reason, given) -> {
                    if (given) {
                        reasons.add(reason);
                    }
                });
        if (before.page().language() != null
                && now.page().language() != null
                && !Objects.equals(before.page().language(), now.page().language())) {
            reasons.add("language-changes");
        }
        return reasons;
    }

    private static boolean differ(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }

    private static boolean otherSize(ReadPage one, ReadPage other) {
        return one.width() > 0
                && other.width() > 0
                && (Math.abs(one.width() / other.width() - 1) > OTHER_SIZE
                        || Math.abs(one.height() / other.height() - 1) > OTHER_SIZE);
    }

    private static double against(Looks before, Looks now) {
        Numbering number = now.numbering();
        double left = 1;
        if (number != null && !number.isFirst()) {
            left *= GOES_ON;
        } else if (number != null && before.numbering() != null && number.follows(before.numbering())) {
            left *= GOES_ON;
        }
        if (!Collections.disjoint(before.references(), now.references())) {
            left *= SAME_REFERENCE;
        }
        return left;
    }
}
