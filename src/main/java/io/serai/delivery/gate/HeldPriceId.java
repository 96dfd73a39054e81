package io.serai.delivery.gate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a price that is held by what it is, so that whoever decides about it decides about this
 * price and no other.
 *
 * @param product the product's key
 * @param from the first night
 * @param to the last night, included
 * @param prices the prices of each of these nights, as PostgreSQL writes an array of minor units
 */
public record HeldPriceId(int product, LocalDate from, LocalDate to, String prices) {

    private static final Pattern TEXT =
            Pattern.compile(
                    "([0-9]{1,9})_([0-9-]{10})_([0-9-]{10})_((?:-?[0-9]{1,18}|NULL)(?:,(?:-?[0-9]{1,18}|NULL))*)");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static HeldPriceId of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            try {
                return new HeldPriceId(
                        Integer.parseInt(parts.group(1)),
                        LocalDate.parse(parts.group(2)),
                        LocalDate.parse(parts.group(3)),
                        "{" + parts.group(4) + "}");
            } catch (DateTimeParseException wrong) {
                throw unusable(text, wrong);
            }
        }
        throw unusable(text, null);
    }

    private static IllegalArgumentException unusable(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "id: '" + text + "' (expected: the id of a price that is held)", cause);
    }

    /** The prices of each of its nights, in minor units. */
    public @Nullable Long[] minor() {
        return minor(prices);
    }

    static @Nullable Long[] minor(String array) {
        String inner = array.substring(1, array.length() - 1);
        return inner.isEmpty()
                ? new Long[0]
                : Arrays.stream(inner.split(","))
                        .map(price -> price.equals("NULL") ? null : Long.valueOf(price))
                        .toArray(Long[]::new);
    }

    /** As it is written in answers and pages. */
    public String text() {
        return product + "_" + from + "_" + to + "_" + prices.substring(1, prices.length() - 1);
    }
}
