package io.liasse.store.quality;

import io.liasse.store.item.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the program filed what it decided about since a moment. Counts only.
 *
 * @param checked how many of the documents drawn a person has answered for, or has corrected before being asked
 * @param drawn of the documents decided about since then
 * @param groups each channel, and its sources and scanners that enough came from, most documents first
 */
public record Figures(Instant since, Row all, long checked, long drawn, List<Group> groups) {
    public Figures {
        groups = List.copyOf(groups);
    }

    /** The figures of one channel or, where there is a source or a scanner, of that part of it. */
    public record Group(
            Channel channel,
            @Nullable String source,
            @Nullable String scanner,
            Row row) {}

    /**
     * What is known of some documents. What a person had named the case for is in none of the shares of filing.
     *
     * @param precision in the right case, of those filed alone that a person checked
     * @param kept where the program put them, of those filed alone: what nobody has changed counts as right
     * @param alone filed alone, of all that were filed
     * @param recall filed alone and left there, of all that were filed
     * @param type with the right type, of the checked ones that the program had given one
     * @param typeKept with the type that the program gave them still
     * @param fieldErrors with a wrong field, of the checked ones that have fields
     * @param fieldsCorrected values that a person set otherwise, of those on documents that a person decided about
     * @param confidence of the recognition of those that had to be recognised
     */
    public record Row(
            Share precision,
            Share kept,
            Share alone,
            Share recall,
            Share type,
            Share typeKept,
            Share fieldErrors,
            Share fieldsCorrected,
            Mean confidence) {}
}
