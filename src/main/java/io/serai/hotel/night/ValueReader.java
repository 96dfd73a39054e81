package io.serai.hotel.night;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands what a field of a night is to become, or says what is wrong with it. */
final class ValueReader {

    private static final BigDecimal MOST = new BigDecimal("10000000");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,4})?");

    private final String currency;
    private final int digits;
    private final Faults faults;

    ValueReader(String currency, int digits, Faults faults) {
        this.currency = currency;
        this.digits = digits;
        this.faults = faults;
    }

    /** The value; null where something is wrong with it, which is told to the faults. */
    @Nullable NightValue read(
            String where, Sold sold, NightField field, String name, JsonNode value) {
        NightValue read =
                switch (field.kind()) {
                    case FLAG ->
                            value.isBoolean()
                                    ? new NightValue.Count(value.booleanValue() ? 1 : 0)
                                    : null;
                    case ROOMS -> count(value, 0);
                    case ROOMS_OR_NONE -> value.isNull() ? NightValue.NONE : count(value, 0);
                    case STAY -> value.isNull() ? NightValue.NONE : count(value, 1);
                    case PRICES -> prices(where, sold, field, name, value);
                };
        if (read == null && field.kind() != ValueKind.PRICES) {
            faults.add(where, "set." + name, value.toString(), field.kind().expected());
        }
        return read;
    }

    private static @Nullable NightValue count(JsonNode value, int least) {
        return value.isInt() && value.intValue() >= least && value.intValue() <= Short.MAX_VALUE
                ? new NightValue.Count(value.intValue())
                : null;
    }

    private @Nullable NightValue prices(
            String where, Sold sold, NightField field, String name, JsonNode value) {
        if (value.isNull()) {
            return NightValue.NONE;
        }
        boolean one = !field.word().equals(name);
        if (one == value.isArray() || !sold.takes(one ? 1 : value.size())) {
            faults.add(
                    where,
                    "set." + name,
                    value.isArray() ? value.size() + " prices" : value.toString(),
                    sold.prices() + (one ? ", as \"120.50\" or null" : ", as [\"120.50\", null]"));
            return null;
        }
        List<@Nullable Long> minor = new ArrayList<>();
        if (one) {
            minor.add(amount(where, name, value));
        } else {
            for (int position = 0; position < value.size(); position++) {
                JsonNode price = value.get(position);
                minor.add(
                        price.isNull() ? null : amount(where, name + "[" + position + "]", price));
            }
        }
        return new NightValue.Prices(minor);
    }

    private @Nullable Long amount(String where, String name, JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        BigDecimal price =
                AMOUNT.matcher(text).matches()
                        ? new BigDecimal(text).stripTrailingZeros()
                        : BigDecimal.ZERO;
        if (price.signum() == 0 || price.scale() > digits || price.compareTo(MOST) > 0) {
            faults.add(
                    where,
                    "set." + name,
                    value.toString(),
                    "an amount in "
                            + currency
                            + " as \""
                            + BigDecimal.valueOf(12050, digits).toPlainString()
                            + "\", above 0 and at most "
                            + MOST);
            return null;
        }
        return price.movePointRight(digits).longValueExact();
    }
}
