package io.serai.console.record;

import io.serai.console.Hotel;
import io.serai.console.grid.BulkValues;
import io.serai.hotel.Money;
import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PlanProduct;
import io.serai.hotel.plan.PlanRefused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A rate plan as its form has it; the fields have the names that the API gives them.
 *
 * @param values what stands in the form
 */
record PlanEntered(BulkValues values) {

    private static final String NOT_SOLD = "–";

    /** A plan as it is. */
    static PlanEntered of(PlanContent plan, List<PlanProduct> products, Hotel hotel) {
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
        values.add("offset.amount", minor(plan.amount(), hotel));
        values.add("rounding.step", minor(plan.step(), hotel));
        values.add("rounding.ending", plan.step() == null ? "" : minor(plan.ending(), hotel));
        values.add("rounding.mode", plan.mode());
        values.addAll("inherits", plan.inherits());
        values.add("validFrom", said(plan.validFrom()));
        values.add("validTo", said(plan.validTo()));
        for (PlanProduct product : products) {
            values.add("room", Integer.toString(product.roomType()));
            values.add("usual-" + product.roomType(), usual(product.usual(), hotel));
        }
        return new PlanEntered(new BulkValues(values));
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String minor(@Nullable Long minor, Hotel hotel) {
        return minor == null ? "" : hotel.entered(minor);
    }

    private static String usual(@Nullable List<@Nullable Long> prices, Hotel hotel) {
        return prices == null
                ? ""
                : prices.stream()
                        .map(price -> price == null ? NOT_SOLD : hotel.entered(price))
                        .collect(Collectors.joining(" / "));
    }

    /** What stands in a field; empty where nothing does. */
    public String text(String name) {
        return values.text(name);
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

    /**
     * The room types that it is to be sold for.
     *
     * @throws PlanRefused where a usual price is none
     */
    List<PlanProduct> products(Hotel hotel) {
        return values.values().getOrDefault("room", List.of()).stream()
                .filter(type -> type.matches("[0-9]{1,9}"))
                .distinct()
                .map(type -> new PlanProduct(0, Integer.parseInt(type), usual(type, hotel)))
                .toList();
    }

    private @Nullable List<@Nullable Long> usual(String type, Hotel hotel) {
        String said = text("usual-" + type);
        if (said.isEmpty()) {
            return null;
        }
        return Arrays.stream(said.split("/", -1))
                .map(String::strip)
                .map(
                        price ->
                                price.matches("[-–]?")
                                        ? null
                                        : Long.valueOf(
                                                PlanProduct.price(
                                                        price.replace(',', '.'), hotel.currency())))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
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

    private @Nullable Long amount(String field, Hotel hotel) {
        String expected = "an amount in " + hotel.currency() + " as " + hotel.entered(1350);
        BigDecimal said = number(field, expected);
        if (said != null && said.stripTrailingZeros().scale() > Money.digits(hotel.currency())) {
            throw PlanRefused.of(field, "'" + text(field) + "'", expected);
        }
        return said == null ? null : said.movePointRight(hotel.digits()).longValueExact();
    }

    private @Nullable BigDecimal number(String field, String expected) {
        String said = text(field).replace(',', '.').replace('−', '-');
        if (said.isEmpty()) {
            return null;
        }
        if (!said.matches("[+-]?[0-9]{1,7}([.][0-9]{1,4})?")) {
            throw PlanRefused.of(field, "'" + text(field) + "'", expected);
        }
        return new BigDecimal(said);
    }
}
