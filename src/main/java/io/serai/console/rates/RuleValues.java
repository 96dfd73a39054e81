package io.serai.console.rates;

import io.serai.ari.price.Seasons;
import io.serai.ari.price.Span;
import io.serai.console.Hotel;
import io.serai.console.Unusable;
import io.serai.console.grid.BulkValues;
import io.serai.delivery.price.RuleContent;
import io.serai.hotel.bulk.PriceMove;
import io.serai.hotel.plan.Named;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a price rule that somebody entered.
 *
 * @param before what it said before, whose parts that the form cannot say stay; null: it is new
 */
record RuleValues(BulkValues values, @Nullable RuleContent before) {

    /** Chosen where a list stays as it was, which is longer than one. */
    static final String KEEP = "keep";

    private static final int LONGEST_LEAD = 1100;

    /**
     * What it says.
     *
     * @throws Unusable when it cannot be meant
     */
    RuleContent content(Hotel hotel) {
        if (values.text("name").isEmpty()) {
            throw new Unusable("The rule has no name (expected: what it is called)");
        }
        if (values.text("name").length() > Named.LONGEST_NAME) {
            throw new Unusable(
                    "The rule's name has %d characters (expected: at most %d)"
                            .formatted(values.text("name").length(), Named.LONGEST_NAME));
        }
        PriceMove move = values.move(hotel);
        if (move.kind() != PriceMove.Kind.PERCENT && move.kind() != PriceMove.Kind.AMOUNT) {
            throw new Unusable("The rule changes nothing (expected: percent or an amount)");
        }
        boolean percent = move.kind() == PriceMove.Kind.PERCENT;
        return new RuleContent(
                values.text("name"),
                before == null || values.text("enabled").equals("yes"),
                one("plan", before == null ? null : before.ratePlans()),
                one("type", before == null ? null : before.roomTypes()),
                seasons(),
                values.text("eachYear").equals("yes"),
                weekdays(),
                span("lead", LONGEST_LEAD),
                span("occupancy", 100),
                values.text("occupancyOf").equals("hotel"),
                before == null ? Span.ALL : before.stay(),
                percent ? move.by() : null,
                percent ? null : minor(move.by()),
                percent && before != null && before.ofBase(),
                values.text("stops").equals("yes"));
    }

    private static Long minor(BigDecimal amount) {
        return amount.longValueExact();
    }

    private @Nullable List<Integer> one(String name, @Nullable List<Integer> kept) {
        if (values.text(name).equals(KEEP)) {
            return kept;
        }
        return values.key(name) == 0 ? null : List.of(values.key(name));
    }

    private List<Seasons.Season> seasons() {
        LocalDate from = values.nightOrNone("from").orElse(null);
        LocalDate to = values.nightOrNone("to").orElse(null);
        if (from == null && to == null) {
            return before != null && before.seasons().size() > 1 ? before.seasons() : List.of();
        }
        if (from == null || to == null || to.isBefore(from)) {
            throw new Unusable("The season needs a first night, and a last one not before it");
        }
        return List.of(new Seasons.Season(from, to));
    }

    private List<Integer> weekdays() {
        List<Integer> days =
                Arrays.stream(DayOfWeek.values())
                        .filter(
                                day ->
                                        values.values()
                                                .getOrDefault("day", List.of())
                                                .contains(day.name().toLowerCase(Locale.ROOT)))
                        .map(DayOfWeek::getValue)
                        .toList();
        return days.size() == DayOfWeek.values().length ? List.of() : days;
    }

    private Span span(String name, int most) {
        Integer from = number(name + "From", most);
        Integer to = number(name + "To", most);
        if (from != null && to != null && to < from) {
            throw new Unusable(
                    "'"
                            + to
                            + "' is less than '"
                            + from
                            + "' (expected: the first, then the last)");
        }
        return from == null && to == null ? Span.ALL : new Span(from, to);
    }

    private @Nullable Integer number(String name, int most) {
        String text = values.text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > most) {
            throw new Unusable("'" + text + "' is no number (expected: 0 to " + most + ")");
        }
        return Integer.valueOf(text);
    }
}
