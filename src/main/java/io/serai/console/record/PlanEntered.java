package io.serai.console.record;

import io.serai.console.Hotel;
import io.serai.console.grid.BulkValues;
import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PlanLimits;
import io.serai.hotel.plan.PlanProduct;
import io.serai.hotel.plan.PlanRefused;
import io.serai.hotel.plan.StoredPlan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A rate plan as its form has it; the fields have the names that the API gives them.
 *
 * @param values what stands in the form
 */
record PlanEntered(BulkValues values) implements Entered {

    /** Nothing at all. */
    static PlanEntered none() {
        return new PlanEntered(new BulkValues(new LinkedMultiValueMap<>()));
    }

    /** A plan as it is. */
    static PlanEntered of(StoredPlan stored, Hotel hotel) {
        return of(stored.content(), stored.products(), stored.limits(), hotel);
    }

    /** A plan that is to be made. */
    static PlanEntered of(PlanContent plan, List<PlanProduct> products, Hotel hotel) {
        return of(plan, products, PlanLimits.NONE, hotel);
    }

    private static PlanEntered of(
            PlanContent plan, List<PlanProduct> products, PlanLimits limits, Hotel hotel) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("name", plan.name());
        values.add("code", plan.code());
        values.add("mealPlan", said(plan.mealPlan()));
        values.add("cancellationPolicy", said(plan.policy()));
        values.add("pricing", plan.pricing());
        values.add("longestStay", said(plan.longestStay()));
        values.add("parent", said(plan.parent()));
        BigDecimal percent = plan.percent();
        values.add(
                "offset.percent",
                percent == null ? "" : percent.stripTrailingZeros().toPlainString());
        values.add("offset.amount", SoldEntered.minor(plan.amount(), hotel));
        values.add("rounding.step", SoldEntered.minor(plan.step(), hotel));
        values.add(
                "rounding.ending",
                plan.step() == null ? "" : SoldEntered.minor(plan.ending(), hotel));
        values.add("rounding.mode", plan.mode());
        values.addAll("inherits", plan.inherits());
        values.add("validFrom", said(plan.validFrom()));
        values.add("validTo", said(plan.validTo()));
        SoldEntered.put(values, products, limits, hotel);
        return new PlanEntered(new BulkValues(values));
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Whether this is ticked among those of a name. */
    public boolean has(String name, Object value) {
        return values.values().getOrDefault(name, List.of()).contains(value.toString());
    }

    /**
     * What the plan is to say.
     *
     * @throws PlanRefused naming the field that cannot be meant
     */
    PlanContent content(Hotel hotel) {
        Long step = amount("rounding.step", hotel);
        Long ending = amount("rounding.ending", hotel);
        return new PlanContent(
                        text("code"),
                        text("name"),
                        one("pricing", PlanContent.PRICINGS),
                        longestStay(),
                        text("mealPlan").isEmpty() ? null : text("mealPlan"),
                        key("parent"),
                        number("offset.percent", PlanContent.PERCENT),
                        amount("offset.amount", hotel),
                        step,
                        ending == null ? 0 : ending,
                        one("rounding.mode", PlanContent.MODES),
                        PlanContent.INHERITED.stream().filter(it -> has("inherits", it)).toList(),
                        values.nightOrNone("validFrom").orElse(null),
                        values.nightOrNone("validTo").orElse(null),
                        key("cancellationPolicy"))
                .meant(hotel.currency());
    }

    /** What it is to be sold for. */
    SoldEntered sold() {
        return new SoldEntered(values);
    }

    private int longestStay() {
        String said = text("longestStay");
        int nights = said.isEmpty() ? 1 : said.matches("[0-9]{1,3}") ? Integer.parseInt(said) : 0;
        if (nights < 1 || nights > PlanContent.LONGEST_STAY) {
            throw PlanRefused.of(
                    "longestStay",
                    "'" + said + "'",
                    "a number of nights from 1 to " + PlanContent.LONGEST_STAY);
        }
        return nights;
    }

    private String one(String field, List<String> of) {
        String said = text(field).isEmpty() ? of.get(0) : text(field);
        if (!of.contains(said)) {
            throw PlanRefused.of(field, "'" + said + "'", "one of " + String.join(", ", of));
        }
        return said;
    }

    private @Nullable Integer key(String field) {
        return values.key(field) == 0 ? null : Integer.valueOf(values.key(field));
    }
}
