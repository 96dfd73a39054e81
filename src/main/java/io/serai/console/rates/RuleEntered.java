package io.serai.console.rates;

import io.serai.ari.price.Span;
import io.serai.console.Hotel;
import io.serai.console.grid.BulkValues;
import io.serai.delivery.price.RuleContent;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A price rule as the form has it that changes one. */
final class RuleEntered {

    private RuleEntered() {}

    static BulkValues of(int id, RuleContent content, Hotel hotel) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("id", Integer.toString(id));
        values.add("name", content.name());
        values.add("enabled", content.enabled() ? "yes" : "");
        BigDecimal percent = content.percent();
        long amount = content.amount() == null ? 0 : content.amount();
        values.add("move", percent == null ? "amount" : "percent");
        values.add("by", percent == null ? hotel.entered(amount) : percent.toPlainString());
        values.add("plan", one(content.ratePlans()));
        values.add("type", one(content.roomTypes()));
        if (content.seasons().size() == 1) {
            values.add("from", content.seasons().get(0).from().toString());
            values.add("to", content.seasons().get(0).to().toString());
        }
        values.add("eachYear", content.eachYear() ? "yes" : "");
        content.weekdays()
                .forEach(
                        day ->
                                values.add(
                                        "day", DayOfWeek.of(day).name().toLowerCase(Locale.ROOT)));
        span(values, "lead", content.lead());
        span(values, "occupancy", content.occupancy());
        values.add("occupancyOf", content.ofHotel() ? "hotel" : "room-type");
        values.add("stops", content.stops() ? "yes" : "");
        return new BulkValues(values);
    }

    private static String one(@Nullable List<Integer> keys) {
        if (keys == null) {
            return "";
        }
        return keys.size() == 1 ? Integer.toString(keys.get(0)) : RuleValues.KEEP;
    }

    private static void span(MultiValueMap<String, String> values, String name, Span span) {
        values.add(name + "From", span.from() == null ? "" : span.from().toString());
        values.add(name + "To", span.to() == null ? "" : span.to().toString());
    }
}
