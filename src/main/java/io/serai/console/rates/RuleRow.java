package io.serai.console.rates;

import io.serai.ari.price.Span;
import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.console.grid.Choices;
import io.serai.delivery.price.RuleContent;
import io.serai.delivery.price.StoredRule;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A price rule, for people.
 *
 * @param place which of them it is, in the order they are looked at
 * @param when what must hold for it
 * @param what what it does
 */
record RuleRow(int id, int place, String name, boolean enabled, String when, String what) {

    static RuleRow of(
            StoredRule rule,
            int place,
            Hotel hotel,
            List<Choices.Type> types,
            List<Choices.Plan> plans) {
        RuleContent content = rule.content();
        return new RuleRow(
                rule.id(),
                place,
                content.name(),
                content.enabled(),
                when(
                        content,
                        types.stream()
                                .collect(Collectors.toMap(Choices.Type::id, Choices.Type::name)),
                        plans.stream()
                                .collect(Collectors.toMap(Choices.Plan::id, Choices.Plan::name))),
                what(content, hotel));
    }

    private static String when(
            RuleContent content, Map<Integer, String> types, Map<Integer, String> plans) {
        List<String> words = new ArrayList<>();
        words.add(
                content.ratePlans() == null
                        ? "all plans with prices of their own"
                        : names(content.ratePlans(), plans));
        if (content.roomTypes() != null) {
            words.add(names(content.roomTypes(), types));
        }
        content.seasons().forEach(season -> words.add(Times.nights(season.from(), season.to())));
        if (content.eachYear() && !content.seasons().isEmpty()) {
            words.add("each year");
        }
        if (!content.weekdays().isEmpty()) {
            words.add(
                    content.weekdays().stream()
                            .map(
                                    day ->
                                            DayOfWeek.of(day)
                                                    .getDisplayName(
                                                            TextStyle.SHORT, Locale.ENGLISH))
                            .collect(Collectors.joining(", ")));
        }
        span(words, content.lead(), " day ahead", " days ahead");
        String sold = content.ofHotel() ? " % of the hotel sold" : " % of the room type sold";
        span(words, content.occupancy(), sold, sold);
        span(words, content.stay(), " night of stay", " nights of stay");
        return String.join("; ", words);
    }

    private static String names(List<Integer> keys, Map<Integer, String> names) {
        return keys.stream()
                .map(key -> names.getOrDefault(key, "one that is gone"))
                .collect(Collectors.joining(", "));
    }

    private static void span(List<String> words, Span span, String one, String many) {
        if (!span.isAll()) {
            Integer last = span.to() == null ? span.from() : span.to();
            words.add(
                    (span.from() == null
                                    ? "up to " + span.to()
                                    : span.to() == null
                                            ? "from " + span.from()
                                            : span.from() + " to " + span.to())
                            + (last != null && last == 1 ? one : many));
        }
    }

    private static String what(RuleContent content, Hotel hotel) {
        String change;
        if (content.percent() != null) {
            change =
                    (content.percent().signum() > 0 ? "+" : "")
                            + content.percent().toPlainString()
                            + (content.ofBase() ? " % of the base" : " %");
        } else {
            long amount = content.amount() == null ? 0 : content.amount();
            change = (amount > 0 ? "+" : "") + hotel.money(amount);
        }
        return change + (content.stops() ? ", then no more rules" : "");
    }
}
