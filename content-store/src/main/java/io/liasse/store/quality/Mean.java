package io.liasse.store.quality;

/**
 * A mean of values from 0 to 1. The bounds are those of the usual interval of 95 % by the normal distribution, mean plus or
 * minus 1.96 standard errors, kept within 0 and 1.
 *
 * @param deviation standard deviation of the values, estimated from these
 * @param of how many values
 */
public record Mean(double mean, double deviation, long of) {
    public boolean enough() {
        return of >= Share.ENOUGH;
    }

    public double low() {
        return of == 0 ? 0 : Math.max(0, mean - error());
    }

    public double high() {
        return of == 0 ? 1 : Math.min(1, mean + error());
    }

    private double error() {
        return Share.Z * deviation / Math.sqrt((double) of);
    }
}
