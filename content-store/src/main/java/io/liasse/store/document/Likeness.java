package io.liasse.store.document;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The min-hash of a text (Broder, On the resemblance and containment of documents, 1997): of the runs of three words that stand in it,
 * the least by each of {@value #HASHES} orders. The share of minima that two texts have in common estimates the share of
 * runs they have in common (Jaccard), within some 0.04. Case, accents and all but letters and digits do not count.
 *
 * <p>Minima are grouped into bands of six; texts with 0.8 of their runs in common share one of the twenty bands in 997 of
 * 1,000 cases, those with 0.3 in 14.
 */
final class Likeness {
    static final int HASHES = 120;

    private static final int ROWS = 6;
    private static final int RUN = 3;
    private static final int FEWEST_RUNS = 8;
    private static final int MOST_WORDS = 200_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final long[] FACTORS = new long[HASHES];
    private static final long[] SUMMANDS = new long[HASHES];

    static {
        for (int each = 0; each < HASHES; each++) {
            FACTORS[each] = mixed(2L * each + 1) | 1;
            SUMMANDS[each] = mixed(2L * each + 2);
        }
    }

    private final int[] minima;

    private Likeness(int[] minima) {
        this.minima = minima;
    }

    /** None for a text that is too short to tell anything. */
    static Optional<Likeness> of(Collection<PageText> pages) {
        Set<Long> runs = runs(pages);
        if (runs.size() < FEWEST_RUNS) {
            return Optional.empty();
        }
        int[] minima = new int[HASHES];
        Arrays.fill(minima, -1);
        for (long run : runs) {
            for (int each = 0; each < HASHES; each++) {
                int hash = (int) ((run * FACTORS[each] + SUMMANDS[each]) >>> 32);
                if (Integer.compareUnsigned(hash, minima[each]) < 0) {
                    minima[each] = hash;
                }
            }
        }
        return Optional.of(new Likeness(minima));
    }

    static Likeness of(byte[] stored) {
        int[] minima = new int[stored.length / Integer.BYTES];
        ByteBuffer.wrap(stored).asIntBuffer().get(minima);
        return new Likeness(minima);
    }

    byte[] stored() {
        ByteBuffer bytes = ByteBuffer.allocate(minima.length * Integer.BYTES);
        bytes.asIntBuffer().put(minima);
        return bytes.array();
    }

    /** One number for each band; equal numbers mean equal minima. */
    long[] bands() {
        long[] bands = new long[HASHES / ROWS];
        for (int band = 0; band < bands.length; band++) {
            long hash = mixed(band + 1L);
            for (int row = 0; row < ROWS; row++) {
                hash = mixed(hash ^ minima[band * ROWS + row]);
            }
            bands[band] = hash;
        }
        return bands;
    }

    /** Estimated share of runs in common, 0 to 1. */
    double to(Likeness other) {
        int same = 0;
        for (int each = 0; each < HASHES; each++) {
            same += minima[each] == other.minima[each] ? 1 : 0;
        }
        return (double) same / HASHES;
    }

    private static Set<Long> runs(Collection<PageText> pages) {
        Set<Long> runs = new HashSet<>();
        Deque<Long> last = new ArrayDeque<>(RUN);
        int words = 0;
        for (PageText page : pages) {
            Matcher each = WORD.matcher(folded(page.text()));
            while (each.find() && words++ < MOST_WORDS) {
                if (last.size() == RUN) {
                    last.removeFirst();
                }
                last.addLast(hash(each.group()));
                if (last.size() == RUN) {
                    runs.add(joined(last));
                }
            }
        }
        return runs;
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }

    private static long hash(String word) {
        long hash = word.length();
        for (int at = 0; at < word.length(); at++) {
            hash = hash * 0x100000001b3L + word.charAt(at);
        }
        return mixed(hash);
    }

    private static long joined(Collection<Long> words) {
        long hash = 0;
        for (long word : words) {
            hash = mixed(hash * 31 + word);
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
