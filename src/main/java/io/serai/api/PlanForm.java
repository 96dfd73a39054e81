package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PlanProduct;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of a rate plan; what cannot be meant is refused. */
final class PlanForm {

    private static final Set<String> FIELDS =
            Set.of(
                    "code",
                    "name",
                    "pricing",
                    "longestStay",
                    "mealPlan",
                    "parent",
                    "offset",
                    "rounding",
                    "inherits",
                    "validFrom",
                    "validTo",
                    "cancellationPolicy",
                    "products");
    private static final List<String> PRICINGS =
            List.of("per-day", "per-person", "occupancy", "length-of-stay");
    private static final List<String> INHERITED =
            List.of(
                    "closed",
                    "cta",
                    "ctd",
                    "min-through",
                    "max-through",
                    "min-arrival",
                    "max-arrival");
    private static final int LONGEST_STAY = 90;

    private final ObjectNode body;
    private final Form form;
    private final PricedHotel hotel;
    private final Map<String, Integer> policies;

    /**
     * @param policies keys of the hotel's cancellation policies, by code
     * @throws Problem 422 naming a field that is not known
     */
    PlanForm(@Nullable ObjectNode body, PricedHotel hotel, Map<String, Integer> policies) {
        this.form = Form.of(body, FIELDS);
        this.body = Objects.requireNonNull(body, "body");
        this.hotel = hotel;
        this.policies = policies;
    }

    /** What the plan is to say; what the request does not name is as with a new plan. */
    PlanContent content() {
        Integer parent = key(form, "parent", hotel.ratePlans());
        Form offset = form.form("offset", Set.of("percent", "amount"));
        if (offset != null && parent == null) {
            throw form.refusal("offset", "without a parent", "a parent whose price it is laid on");
        }
        Form rounding = form.form("rounding", Set.of("step", "ending", "mode"));
        String pricing = form.word("pricing", "per-day", PRICINGS);
        Integer longest = form.whole("longestStay", 1, LONGEST_STAY);
        return new PlanContent(
                text("code"),
                text("name"),
                pricing,
                longest == null ? 1 : longest,
                form.text("mealPlan"),
                parent,
                offset == null ? null : percent(offset),
                offset == null ? null : hotel.minor(offset, "amount"),
                rounding == null ? null : step(rounding),
                rounding == null ? 0 : ending(rounding),
                rounding == null
                        ? "nearest"
                        : rounding.word("mode", "nearest", List.of("up", "down", "nearest")),
                inherits(),
                night("validFrom"),
                validTo(),
                key(form, "cancellationPolicy", policies));
    }

    /** What it is to be sold for; null where the request does not say. */
    @Nullable List<PlanProduct> products() {
        if (!form.names("products")) {
            return null;
        }
        return isEmptyList("products")
                ? List.of()
                : form.forms("products", Set.of("id", "roomType", "usualPrices")).stream()
                        .map(one -> new ProductForm(one, hotel).product())
                        .toList();
    }

    private boolean isEmptyList(String field) {
        return body.path(field).isArray() && body.path(field).isEmpty();
    }

    private String text(String field) {
        String text = form.text(field);
        if (text == null) {
            throw form.refusal(field, "missing", "a text");
        }
        return text;
    }

    private static @Nullable BigDecimal percent(Form offset) {
        String expected = "percent above -100 and at most 1000, with at most 4 decimals";
        BigDecimal percent = offset.decimal("percent", 4, expected);
        if (percent != null
                && (percent.compareTo(new BigDecimal("-100")) <= 0
                        || percent.compareTo(new BigDecimal("1000")) > 0)) {
            throw offset.refusal("percent", percent.toPlainString(), expected);
        }
        return percent;
    }

    private long step(Form rounding) {
        Long step = hotel.minor(rounding, "step");
        if (step == null || step < 1) {
            throw rounding.refusal("step", String.valueOf(hotel.amount(step)), "an amount above 0");
        }
        return step;
    }

    private long ending(Form rounding) {
        Long ending = hotel.minor(rounding, "ending");
        if (ending != null && (ending < 0 || ending >= step(rounding))) {
            throw rounding.refusal(
                    "ending", String.valueOf(hotel.amount(ending)), "from 0 to below the step");
        }
        return ending == null ? 0 : ending;
    }

    private List<String> inherits() {
        if (!form.names("inherits")) {
            return INHERITED;
        }
        String expected = "of " + INHERITED + ", or an empty list";
        if (isEmptyList("inherits")) {
            return List.of();
        }
        List<String> named =
                form.list(
                        "inherits",
                        expected,
                        (JsonNode name) -> {
                            if (!INHERITED.contains(name.asText())) {
                                throw form.refusal("inherits", name.toString(), expected);
                            }
                            return name.asText();
                        });
        return named == null ? INHERITED : named.stream().distinct().toList();
    }

    private @Nullable LocalDate night(String field) {
        return form.text(field) == null ? null : form.night(field, null);
    }

    private @Nullable LocalDate validTo() {
        LocalDate from = night("validFrom");
        LocalDate to = night("validTo");
        if (from != null && to != null && to.isBefore(from)) {
            throw form.refusal("validTo", "'" + to + "'", from + " or later");
        }
        return to;
    }

    private static @Nullable Integer key(Form form, String field, Map<String, Integer> codes) {
        String code = form.text(field);
        if (code != null && !codes.containsKey(code)) {
            throw form.refusal(field, "'" + code + "'", "of " + codes.keySet() + ", or null");
        }
        return code == null ? null : codes.get(code);
    }
}
