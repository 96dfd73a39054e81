package io.serai.console.record;

import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.console.Words;
import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.StoredPlan;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A rate plan in the list of them.
 *
 * @param from the plan that its prices are made from, and how; empty where it has its own
 * @param priced how its prices are made up
 * @param rooms how many room types it is sold for
 * @param valid the stays that it is sold for; empty: all
 */
record PlanRow(
        int id,
        String name,
        String code,
        String from,
        String priced,
        String meals,
        String cancellation,
        int rooms,
        String valid) {

    /**
     * @param plans names of plans, by key
     * @param policies what cancellations cost, by key
     */
    static PlanRow of(
            StoredPlan plan,
            Hotel hotel,
            Map<Integer, String> plans,
            Map<Integer, String> policies) {
        PlanContent said = plan.content();
        return new PlanRow(
                plan.id(),
                said.name(),
                said.code(),
                said.parent() == null
                        ? ""
                        : plans.getOrDefault(said.parent(), "?") + offset(said, hotel),
                priced(said),
                said.mealPlan() == null ? "" : said.mealPlan(),
                said.policy() == null ? "" : policies.getOrDefault(said.policy(), ""),
                plan.products().size(),
                valid(said));
    }

    /** How the prices of a plan are made up. */
    static String priced(PlanContent plan) {
        return switch (plan.pricing()) {
            case "per-person" -> "for each guest";
            case "occupancy" -> "by number of guests";
            case "length-of-stay" ->
                    "by length of stay, up to " + Words.counted(plan.longestStay(), "night");
            default -> "for the room";
        };
    }

    private static String offset(PlanContent plan, Hotel hotel) {
        BigDecimal percent = plan.percent();
        Long amount = plan.amount();
        return (percent == null
                        ? ""
                        : " "
                                + sign(percent.signum())
                                + percent.abs().stripTrailingZeros().toPlainString()
                                + " %")
                + (amount == null
                        ? ""
                        : " " + sign(Long.signum(amount)) + hotel.money(Math.abs(amount)));
    }

    private static String sign(int signum) {
        return signum < 0 ? "−" : "+";
    }

    private static String valid(PlanContent plan) {
        if (plan.validFrom() != null && plan.validTo() != null) {
            return Times.nights(plan.validFrom(), plan.validTo());
        }
        return plan.validFrom() != null
                ? "from " + Times.date(plan.validFrom())
                : plan.validTo() != null ? "until " + Times.date(plan.validTo()) : "";
    }
}
