package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.ari.Pricing;
import io.serai.ari.price.Seasons;
import io.serai.ari.price.Span;
import io.serai.delivery.price.RuleContent;
import io.serai.hotel.plan.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a price rule; one that cannot be meant, or could never change a price, is refused. */
final class RuleForm {

    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "enabled",
                    "ratePlans",
                    "roomTypes",
                    "seasons",
                    "eachYear",
                    "weekdays",
                    "lead",
                    "occupancy",
                    "stay",
                    "percent",
                    "amount",
                    "stacking",
                    "stops");
    private static final Set<String> SPAN = Set.of("from", "to");
    private static final int LONGEST_LEAD = 1100;
    private static final int LONGEST_STAY = 90;
    private static final BigDecimal LEAST_PERCENT = new BigDecimal("-100");
    private static final BigDecimal MOST_PERCENT = new BigDecimal("1000");

    private final Form form;
    private final PricedHotel hotel;

    private RuleForm(Form form, PricedHotel hotel) {
        this.form = form;
        this.hotel = hotel;
    }

    /**
     * @throws Problem 422 naming the field and what was expected
     */
    static RuleContent read(@Nullable ObjectNode body, PricedHotel hotel) {
        RuleForm form = new RuleForm(Form.of(body, FIELDS), hotel);
        RuleContent content = form.content();
        if (content.enabled()) {
            form.demandEffect(content);
        }
        return content;
    }

    private RuleContent content() {
        String name = form.text("name", Named.LONGEST_NAME);
        if (name == null) {
            throw form.refusal("name", "missing", "what the rule is called");
        }
        Form occupancy = form.form("occupancy", Set.of("from", "to", "of"));
        BigDecimal percent = percent();
        Long amount = hotel.minor(form, "amount");
        boolean ofBase =
                form.word("stacking", "adds", List.of("adds", "of-base")).equals("of-base");
        if ((percent == null) == (amount == null)) {
            throw form.refusal(
                    "percent",
                    percent == null ? "missing" : "beside an amount",
                    "either percent or amount");
        }
        if (ofBase && percent == null) {
            throw form.refusal("stacking", "'of-base' with an amount", "percent, or 'adds'");
        }
        return new RuleContent(
                name,
                form.flag("enabled", true),
                keys("ratePlans", hotel.ratePlans()),
                keys("roomTypes", hotel.roomTypes()),
                form.forms("seasons", SPAN).stream().map(RuleForm::season).toList(),
                form.flag("eachYear", false),
                weekdays(),
                span(form.form("lead", SPAN), 0, LONGEST_LEAD),
                span(occupancy, 0, 100),
                occupancy != null
                        && occupancy
                                .word("of", "room-type", List.of("room-type", "hotel"))
                                .equals("hotel"),
                span(form.form("stay", SPAN), 1, LONGEST_STAY),
                percent,
                amount,
                ofBase,
                form.flag("stops", false));
    }

    private @Nullable BigDecimal percent() {
        String expected = "percent above -100 and at most 1000, with at most 4 decimals";
        BigDecimal percent = form.decimal("percent", 4, expected);
        if (percent != null
                && (percent.compareTo(LEAST_PERCENT) <= 0 || percent.compareTo(MOST_PERCENT) > 0)) {
            throw form.refusal("percent", percent.toPlainString(), expected);
        }
        return percent;
    }

    private static Seasons.Season season(Form form) {
        LocalDate from = form.night("from", null);
        LocalDate to = form.night("to", null);
        if (to.isBefore(from)) {
            throw form.refusal("to", "'" + to + "'", from + " or later");
        }
        return new Seasons.Season(from, to);
    }

    private List<Integer> weekdays() {
        String expected = "of " + RuleView.DAYS + ", or null for all";
        List<Integer> days =
                form.list(
                        "weekdays",
                        expected,
                        day -> {
                            int index = RuleView.DAYS.indexOf(day.asText());
                            if (index < 0) {
                                throw form.refusal("weekdays", day.toString(), expected);
                            }
                            return index + 1;
                        });
        return days == null ? List.of() : days.stream().sorted().distinct().toList();
    }

    private @Nullable List<Integer> keys(String field, Map<String, Integer> codes) {
        String expected = "of " + codes.keySet() + ", or null for all";
        return form.list(field, expected, code -> key(field, code, codes, expected));
    }

    private Integer key(String field, JsonNode code, Map<String, Integer> codes, String expected) {
        Integer key = codes.get(code.asText());
        if (key == null) {
            throw form.refusal(field, code.toString(), expected);
        }
        return key;
    }

    private static Span span(@Nullable Form span, int least, int most) {
        if (span == null) {
            return Span.ALL;
        }
        Integer from = span.whole("from", least, most);
        Integer to = span.whole("to", from == null ? least : from, most);
        if (from == null && to == null) {
            throw span.refusal("from", "missing", "a number for from, to, or both");
        }
        return new Span(from, to);
    }

    private void demandEffect(RuleContent content) {
        List<Pricing> pricings =
                hotel.pricings().entrySet().stream()
                        .filter(
                                plan ->
                                        content.ratePlans() == null
                                                || content.ratePlans().contains(plan.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        if (!content.stay().isAll() && !pricings.contains(Pricing.LENGTH_OF_STAY)) {
            throw form.refusal(
                    "stay",
                    "without a rate plan that it could have an effect on",
                    "a rate plan that is priced by length of stay");
        }
        if (!content.seasons().isEmpty()
                && !content.eachYear()
                && content.seasons().stream()
                        .allMatch(season -> season.to().isBefore(hotel.today()))) {
            throw form.refusal(
                    "seasons",
                    "all are past",
                    "nights from today at the hotel, " + hotel.today() + ", on, or eachYear");
        }
    }
}
