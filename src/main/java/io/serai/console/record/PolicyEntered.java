package io.serai.console.record;

import io.serai.console.Hotel;
import io.serai.console.grid.BulkValues;
import io.serai.hotel.plan.PlanRefused;
import io.serai.hotel.plan.PolicyContent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Cancellation terms as their form has them; the fields have the names that the API gives them.
 *
 * @param values what stands in the form
 */
record PolicyEntered(BulkValues values) implements Entered {

    /** Of terms that nobody said anything of yet. */
    static PolicyEntered none() {
        return new PolicyEntered(new BulkValues(new LinkedMultiValueMap<>()));
    }

    /** Terms as they are. */
    static PolicyEntered of(PolicyContent policy, Hotel hotel) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("code", policy.code());
        values.add("name", policy.name());
        Integer hours = policy.freeUntilHours();
        values.add("freeUntilHours", hours == null ? "" : hours.toString());
        values.add("penalty", policy.penalty());
        values.add("penaltyValue", value(policy, hotel));
        return new PolicyEntered(new BulkValues(values));
    }

    private static String value(PolicyContent policy, Hotel hotel) {
        BigDecimal value = policy.value();
        if (value == null) {
            return "";
        }
        return policy.penalty().equals("amount")
                ? hotel.entered(value.longValueExact())
                : value.stripTrailingZeros().toPlainString();
    }

    /**
     * What they are to say.
     *
     * @throws PlanRefused naming the field that cannot be meant
     */
    PolicyContent content(Hotel hotel) {
        String penalty = text("penalty");
        if (!PolicyContent.PENALTIES.contains(penalty)) {
            throw PlanRefused.of(
                    "penalty",
                    "'" + penalty + "'",
                    "one of " + String.join(", ", PolicyContent.PENALTIES));
        }
        return PolicyContent.meant(
                text("code"),
                text("name"),
                hours(),
                penalty,
                number("penaltyValue", "a number"),
                hotel.currency());
    }

    private @Nullable Integer hours() {
        String said = text("freeUntilHours");
        if (said.isEmpty()) {
            return null;
        }
        int hours = said.matches("[0-9]{1,6}") ? Integer.parseInt(said) : -1;
        if (hours < 0 || hours > PolicyContent.MOST_HOURS) {
            throw PlanRefused.of(
                    "freeUntilHours",
                    "'" + said + "'",
                    "a number of hours from 0 to " + PolicyContent.MOST_HOURS);
        }
        return hours;
    }
}
