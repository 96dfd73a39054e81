package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.plan.PolicyContent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of a cancellation policy; what cannot be meant is refused. */
final class PolicyForm {

    private static final Set<String> FIELDS =
            Set.of("code", "name", "freeUntilHours", "penalty", "penaltyValue");
    private static final int MOST_HOURS = 24 * 1100;

    private PolicyForm() {}

    /**
     * @throws Problem 422 naming the field and what was expected
     */
    static PolicyContent read(@Nullable ObjectNode body, PricedHotel hotel) {
        Form form = Form.of(body, FIELDS);
        String penalty =
                form.word("penalty", "none", List.of("none", "nights", "percent", "amount"));
        return new PolicyContent(
                text(form, "code"),
                text(form, "name"),
                form.whole("freeUntilHours", 0, MOST_HOURS),
                penalty,
                value(form, penalty, hotel));
    }

    private static @Nullable BigDecimal value(Form form, String penalty, PricedHotel hotel) {
        boolean amount = penalty.equals("amount");
        int decimals = amount ? hotel.digits() : penalty.equals("percent") ? 4 : 0;
        String expected =
                switch (penalty) {
                    case "none" -> "none, where there is no penalty";
                    case "nights" -> "a whole number of nights above 0";
                    case "percent" -> "percent above 0 and at most 100";
                    default -> "an amount above 0 in " + hotel.currency();
                };
        BigDecimal value = form.decimal("penaltyValue", decimals, expected);
        boolean tooMuch =
                value != null
                        && penalty.equals("percent")
                        && value.compareTo(new BigDecimal(100)) > 0;
        if ((value == null) != penalty.equals("none")
                || value != null && value.signum() <= 0
                || tooMuch) {
            throw form.refusal("penaltyValue", String.valueOf(value), expected);
        }
        return value != null && amount ? value.movePointRight(hotel.digits()) : value;
    }

    private static String text(Form form, String field) {
        String text = form.text(field);
        if (text == null) {
            throw form.refusal(field, "missing", "a text");
        }
        return text;
    }
}
