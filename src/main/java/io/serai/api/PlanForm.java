package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PlanProduct;
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

    /**
     * What the plan is to say; what the request does not name is as with a new plan.
     *
     * @throws io.serai.hotel.plan.PlanRefused for what cannot be meant
     */
    PlanContent content() {
        Integer parent = key(form, "parent", hotel.ratePlans());
        Form offset = form.form("offset", Set.of("percent", "amount"));
        Form rounding = form.form("rounding", Set.of("step", "ending", "mode"));
        String pricing = form.word("pricing", "per-day", PlanContent.PRICINGS);
        Integer longest = form.whole("longestStay", 1, PlanContent.LONGEST_STAY);
        return new PlanContent(
                        Objects.requireNonNullElse(form.text("code"), ""),
                        Objects.requireNonNullElse(form.text("name"), ""),
                        pricing,
                        longest == null ? 1 : longest,
                        form.text("mealPlan"),
                        parent,
                        offset == null ? null : offset.decimal("percent", 4, PlanContent.PERCENT),
                        offset == null ? null : hotel.minor(offset, "amount"),
                        rounding == null ? null : orNone(hotel.minor(rounding, "step")),
                        rounding == null ? 0 : orNone(hotel.minor(rounding, "ending")),
                        rounding == null
                                ? "nearest"
                                : rounding.word("mode", "nearest", PlanContent.MODES),
                        inherits(),
                        night("validFrom"),
                        night("validTo"),
                        key(form, "cancellationPolicy", policies))
                .meant(hotel.currency().getCurrencyCode());
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

    private static long orNone(@Nullable Long minor) {
        return minor == null ? 0 : minor;
    }

    private List<String> inherits() {
        if (!form.names("inherits")) {
            return PlanContent.INHERITED;
        }
        String expected = "of " + PlanContent.INHERITED + ", or an empty list";
        if (isEmptyList("inherits")) {
            return List.of();
        }
        List<String> named =
                form.list(
                        "inherits",
                        expected,
                        (JsonNode name) -> {
                            if (!PlanContent.INHERITED.contains(name.asText())) {
                                throw form.refusal("inherits", name.toString(), expected);
                            }
                            return name.asText();
                        });
        return named == null ? PlanContent.INHERITED : named.stream().distinct().toList();
    }

    private @Nullable LocalDate night(String field) {
        return form.text(field) == null ? null : form.night(field, null);
    }

    private static @Nullable Integer key(Form form, String field, Map<String, Integer> codes) {
        String code = form.text(field);
        if (code != null && !codes.containsKey(code)) {
            throw form.refusal(field, "'" + code + "'", "of " + codes.keySet() + ", or null");
        }
        return code == null ? null : codes.get(code);
    }
}
