package io.liasse.store.quality;

/**
 * How many of a number of things have a property, as an estimate of how many of all such things have it. The bounds are
 * those of the score interval of 95 % without continuity correction: E. B. Wilson, <em>Probable inference, the law of
 * succession, and statistical inference</em>, Journal of the American Statistical Association 22 (1927), pp. 209 to 212;
 * method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998), pp. 857 to 872.
 *
 * @param hits from 0 to {@code of}
 * @param of how many were looked at; with none, nothing is known and the bounds are 0 and 1
 */
public record Share(long hits, long of) {
    /** Two-sided 95 % of the normal distribution. */
    static final double Z = 1.959963984540054;

    /** With fewer, a figure would mislead. */
    static final long ENOUGH = 20;

    public Share {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException("no share: " + hits + " of " + of);
        }
    }

    /** Whether there are enough to show a figure. */
    public boolean enough() {
        return of >= ENOUGH;
    }

    /** From 0 to 1; 0 where nothing was looked at. */
    public double rate() {
        return of == 0 ? 0 : (double) hits / of;
    }

    /** Lower bound, from 0 to 1. */
    public double low() {
        return hits == 0 ? 0 : Math.max(0, centre() - half());
    }

    /** Upper bound, from 0 to 1. */
    public double high() {
        return hits == of ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (rate() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double variance = rate() * (1 - rate()) / of + Z * Z / (4.0 * of * of);
        return Z / (1 + Z * Z / of) * Math.sqrt(variance);
    }
}
