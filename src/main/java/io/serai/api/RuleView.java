package io.serai.api;

import io.serai.ari.price.Seasons;
import io.serai.ari.price.Span;
import io.serai.delivery.price.RuleContent;
import io.serai.delivery.price.StoredRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price rule as the API shows it; {@code null} where a rule does not look at something.
 *
 * @param weekdays mon to sun
 * @param percent as a decimal text; null for an amount
 * @param amount as a decimal text; null for percent
 * @param stacking adds or of-base
 */
record RuleView(
        String id,
        String name,
        int position,
        boolean enabled,
        @Nullable List<String> ratePlans,
        @Nullable List<String> roomTypes,
        @Nullable List<Seasons.Season> seasons,
        boolean eachYear,
        @Nullable List<String> weekdays,
        @Nullable Range lead,
        @Nullable Occupancy occupancy,
        @Nullable Range stay,
        @Nullable String percent,
        @Nullable String amount,
        String stacking,
        boolean stops) {

    /** The words for weekdays, Monday first. */
    static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** From one number to another, both included; null: any. */
    record Range(@Nullable Integer from, @Nullable Integer to) {}

    /**
     * How much must be sold.
     *
     * @param of room-type or hotel
     */
    record Occupancy(@Nullable Integer from, @Nullable Integer to, String of) {}

    static RuleView of(StoredRule rule, PricedHotel hotel) {
        RuleContent content = rule.content();
        return new RuleView(
                Integer.toString(rule.id()),
                content.name(),
                rule.position(),
                content.enabled(),
                PricedHotel.words(hotel.ratePlans(), content.ratePlans()),
                PricedHotel.words(hotel.roomTypes(), content.roomTypes()),
                content.seasons().isEmpty() ? null : content.seasons(),
                content.eachYear(),
                content.weekdays().isEmpty()
                        ? null
                        : content.weekdays().stream().map(day -> DAYS.get(day - 1)).toList(),
                range(content.lead()),
                occupancy(content),
                range(content.stay()),
                content.percent() == null ? null : content.percent().toPlainString(),
                hotel.amount(content.amount()),
                content.ofBase() ? "of-base" : "adds",
                content.stops());
    }

    private static @Nullable Range range(Span span) {
        return span.isAll() ? null : new Range(span.from(), span.to());
    }

    private static @Nullable Occupancy occupancy(RuleContent content) {
        Span span = content.occupancy();
        return span.isAll()
                ? null
                : new Occupancy(span.from(), span.to(), content.ofHotel() ? "hotel" : "room-type");
    }
}
