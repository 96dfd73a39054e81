package io.serai.console.record;

import io.serai.console.Hotel;
import io.serai.hotel.plan.PolicyContent;
import java.math.BigDecimal;
import java.util.Objects;

/** What a cancellation costs, in a sentence. */
final class PolicyWords {

    private static final int DAY = 24;

    private PolicyWords() {}

    static String of(PolicyContent policy, Hotel hotel) {
        if (policy.penalty().equals("none")) {
            return "free of charge at any time";
        }
        BigDecimal value = Objects.requireNonNull(policy.value());
        String number = value.stripTrailingZeros().toPlainString();
        String costs =
                switch (policy.penalty()) {
                    case "nights" -> number + (number.equals("1") ? " night" : " nights");
                    case "percent" -> number + " % of the stay";
                    default -> hotel.money(value.longValueExact());
                };
        Integer hours = policy.freeUntilHours();
        return hours == null
                ? "always costs " + costs
                : "free until " + before(hours) + ", then " + costs;
    }

    private static String before(int hours) {
        if (hours == 0) {
            return "the day of arrival begins";
        }
        String time =
                hours % DAY == 0
                        ? hours / DAY + (hours == DAY ? " day" : " days")
                        : hours + (hours == 1 ? " hour" : " hours");
        return time + " before the day of arrival";
    }
}
