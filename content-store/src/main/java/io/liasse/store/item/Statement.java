package io.liasse.store.item;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of everything received on one day, as one snapshot of the database tells.
 *
 * @param lines one for each channel by which something came
 * @param lost receipts in the journal that have no line in the ledger
 * @param proof when and how the bytes were last looked for; null: not yet
 */
public record Statement(
        LocalDate day,
        List<Line> lines,
        long lost,
        @Nullable Proof proof) {
    /**
     * The items of one channel.
     *
     * @param received lines in the ledger
     * @param stored those of which each document has its bytes noted as kept; what was deleted has none
     * @param read those that were read at least once
     * @param present how many are in which state now, by their documents; a state without any is absent
     * @param differing those whose line says another state than their documents
     * @param unwitnessed those of which the journal has no receipt
     */
    public record Line(
            Channel channel,
            long received,
            long stored,
            long read,
            Map<Item.State, Long> present,
            long differing,
            long unwitnessed) {
        public Line {
            present = Map.copyOf(present);
        }

        public long in(Item.State state) {
            return present.getOrDefault(state, 0L);
        }

        /** Whether all that was received is accounted for: stored, in exactly one state, and witnessed by the journal. */
        public boolean agrees() {
            long sum = present.values().stream().mapToLong(Long::longValue).sum();
            return received == sum && received == stored && differing == 0 && unwitnessed == 0;
        }
    }

    /**
     * A look at the object store.
     *
     * @param objects how many different files the documents of the day consist of
     * @param missing how many of these are not there in full
     * @param examples hashes of some of those
     */
    public record Proof(Instant checkedAt, long objects, long missing, List<String> examples) {
        public Proof {
            examples = List.copyOf(examples);
        }
    }

    public Statement {
        lines = List.copyOf(lines);
    }

    /** Whether the sums agree and nothing is lost, as far as the database knows. */
    public boolean agrees() {
        return lost == 0 && lines.stream().allMatch(Line::agrees);
    }

    /** Whether, moreover, all bytes were there when they were last looked for. */
    public boolean proven() {
        return agrees() && proof != null && proof.missing() == 0;
    }

    public long received() {
        return lines.stream().mapToLong(Line::received).sum();
    }

    /** Over all channels. */
    public long in(Item.State state) {
        return lines.stream().mapToLong(each -> each.in(state)).sum();
    }
}
