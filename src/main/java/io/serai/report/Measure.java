package io.serai.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a line.
 *
 * @param of exact; null where it cannot be said
 */
record Measure<T>(String name, Kind kind, Function<T, @Nullable BigDecimal> of) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;

    static <T> Measure<T> count(String name, Function<T, @Nullable Long> of) {
        return new Measure<>(
                name,
                Kind.COUNT,
                facts -> {
                    Long count = of.apply(facts);
                    return count == null ? null : BigDecimal.valueOf(count);
                });
    }

    static <T> Measure<T> money(String name, Function<T, @Nullable BigDecimal> of) {
        return new Measure<>(name, Kind.MONEY, of);
    }

    static <T> Measure<T> percent(String name, Function<T, @Nullable BigDecimal> of) {
        return new Measure<>(name, Kind.PERCENT, of);
    }

    static <T> Measure<T> mean(String name, Function<T, @Nullable BigDecimal> of) {
        return new Measure<>(name, Kind.MEAN, of);
    }

    /** A part of a whole; null of nothing. */
    static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }

    static @Nullable BigDecimal ratio(long part, long whole) {
        return ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    static @Nullable BigDecimal percentOf(BigDecimal part, BigDecimal whole) {
        BigDecimal ratio = ratio(part, whole);
        return ratio == null ? null : ratio.multiply(HUNDRED);
    }

    static @Nullable BigDecimal percentOf(long part, long whole) {
        return percentOf(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** What the change of this figure is told in. */
    Kind kindOfChange() {
        return kind == Kind.MEAN ? Kind.MEAN : Kind.PERCENT;
    }

    /**
     * How it changed: counts and amounts in percent of what was, rates in points, means by their
     * difference.
     */
    @Nullable BigDecimal change(@Nullable BigDecimal was, @Nullable BigDecimal is) {
        if (was == null || is == null) {
            return null;
        }
        BigDecimal more = is.subtract(was);
        return kind == Kind.COUNT || kind == Kind.MONEY ? percentOf(more, was.abs()) : more;
    }

    /** A value as it is shown. */
    static @Nullable Object shown(@Nullable BigDecimal value, Kind kind, String currency) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case COUNT -> value.longValueExact();
            case MONEY -> value.setScale(digits(currency), RoundingMode.HALF_UP);
            default -> value.setScale(DIGITS, RoundingMode.HALF_UP);
        };
    }

    private static int digits(String currency) {
        try {
            return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        } catch (IllegalArgumentException unknown) {
            return DIGITS; // channels' own word; nothing says how many digits it has
        }
    }
}
