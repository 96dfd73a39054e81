package io.serai.bench;

import java.util.Arrays;
import java.util.Collection;

/** A set of measured values, in order. */
record Spread(double[] values) {

    static Spread of(Collection<Double> values) {
        return new Spread(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /** The value that so many percent do not exceed. */
    double percentile(double percent) {
        return values[(int) Math.ceil(percent / 100 * values.length) - 1];
    }

    /** How far the largest lies from the smallest, against the middle: the noise of a machine. */
    double noise() {
        return (values[values.length - 1] - values[0]) / percentile(50);
    }

    @Override
    public String toString() {
        return Arrays.toString(
                Arrays.stream(values).map(v -> Math.round(v * 100) / 100.0).toArray());
    }
}
