package io.serai.hotel.plan;

import io.serai.hotel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cancellation policy says.
 *
 * @param code the hotel's own, unique there
 * @param name for people
 * @param freeUntilHours a cancellation costs nothing until so many hours before the day of arrival
 *     begins; null: it always costs
 * @param penalty none, nights, percent or amount
 * @param value nights, percent, or minor units of the hotel's currency; null for none
 */
public record PolicyContent(
        String code,
        String name,
        @Nullable Integer freeUntilHours,
        String penalty,
        @Nullable BigDecimal value) {

    /** What a cancellation may cost. */
    public static final List<String> PENALTIES = List.of("none", "nights", "percent", "amount");

    /** Before the day of arrival, the earliest hour from which it may cost. */
    public static final int MOST_HOURS = 24 * 1100;

    private static final BigDecimal ALL = new BigDecimal(100);

    /**
     * One of what somebody says.
     *
     * @param said nights, percent, or an amount in the hotel's currency
     * @throws PlanRefused naming the field that cannot be meant
     */
    public static PolicyContent meant(
            String code,
            String name,
            @Nullable Integer freeUntilHours,
            String penalty,
            @Nullable BigDecimal said,
            String currency) {
        Named.demand(code, name);
        boolean amount = penalty.equals("amount");
        int decimals = amount ? Money.digits(currency) : penalty.equals("percent") ? 4 : 0;
        boolean none = penalty.equals("none");
        if ((said == null) != none
                || said != null
                        && (said.signum() <= 0
                                || said.stripTrailingZeros().scale() > decimals
                                || penalty.equals("percent") && said.compareTo(ALL) > 0)) {
            throw PlanRefused.of(
                    "penaltyValue",
                    said == null ? "missing" : said.toPlainString(),
                    switch (penalty) {
                        case "none" -> "none, where there is no penalty";
                        case "nights" -> "a whole number of nights above 0";
                        case "percent" -> "percent above 0 and at most 100";
                        default -> "an amount above 0 in " + currency;
                    });
        }
        return new PolicyContent(
                code,
                name,
                freeUntilHours,
                penalty,
                said != null && amount ? said.movePointRight(decimals) : said);
    }
}
