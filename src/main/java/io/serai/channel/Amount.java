package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Money in the port contract: a decimal string such as {@code 133.50}, never a floating number.
 *
 * @param value with the decimals the currency has
 */
public record Amount(BigDecimal value) {

    /** Reads a decimal string. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Amount of(String text) {
        return new Amount(new BigDecimal(text));
    }

    /** The decimal string, never with an exponent. */
    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
