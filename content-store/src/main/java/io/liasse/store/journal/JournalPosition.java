package io.liasse.store.journal;

/**
 * A place in the journal: by transaction, then by sequence within it. Entries are handed to readers only when every
 * older transaction has ended, so a reader that remembers its position misses nothing that commits late.
 */
public record JournalPosition(long transaction, long sequence) implements Comparable<JournalPosition> {
    public static final JournalPosition START = new JournalPosition(0, 0);

    @Override
    public int compareTo(JournalPosition other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return transaction + "/" + sequence;
    }

    public static JournalPosition of(String text) {
        int slash = text.indexOf('/');
        return new JournalPosition(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }
}
