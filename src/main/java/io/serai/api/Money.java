package io.serai.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts as the API writes them: "133.50" for 13350 minor units. */
final class Money {

    private static final int MOST_DIGITS = 12;

    private Money() {}

    static @Nullable String text(@Nullable Long minor, int digits) {
        return minor == null ? null : BigDecimal.valueOf(minor, digits).toPlainString();
    }

    static List<@Nullable String> texts(List<@Nullable Long> minor, int digits) {
        List<@Nullable String> texts = new ArrayList<>();
        minor.forEach(amount -> texts.add(text(amount, digits)));
        return texts;
    }

    static List<@Nullable String> texts(@Nullable Long[] minor, int digits) {
        return texts(Arrays.asList(minor), digits);
    }

    /**
     * Minor units of an amount above 0; null for none.
     *
     * @param name what it is, for the refusal
     * @throws Problem 400 when it is not an amount of the currency; 422 when it is one of 0 or less
     */
    static @Nullable Long minor(String name, @Nullable String text, int digits) {
        if (text == null) {
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() <= 0) {
                throw new Problem(
                        422,
                        "Cannot be meant",
                        "%s: '%s' (expected: an amount above 0)".formatted(name, text));
            }
            if (amount.precision() - amount.scale() <= MOST_DIGITS) {
                return amount.setScale(digits).unscaledValue().longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw bad(name, text, digits);
        }
        throw bad(name, text, digits);
    }

    private static Problem bad(String name, String text, int digits) {
        return Problem.bad(
                "%s: '%s' (expected: an amount above 0 with at most %d decimals, as \"%s\")"
                        .formatted(name, text, digits, text(100L, digits)));
    }
}
