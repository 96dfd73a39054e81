package io.serai.delivery.price;

import io.serai.ari.price.PriceRule;
import io.serai.ari.price.RuleEffect;
import io.serai.ari.price.RuleWhen;
import io.serai.ari.price.Seasons;
import io.serai.ari.price.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a price rule says, as the hotel wrote it.
 *
 * @param name as the hotel calls it
 * @param enabled whether it is looked at
 * @param ratePlans keys of rate plans; null: all without a parent
 * @param roomTypes keys of room types; null: all
 * @param seasons ranges of nights; empty: all
 * @param eachYear whether the seasons come again each year
 * @param weekdays of the night, 1 Monday to 7 Sunday; empty: all
 * @param lead days from today to the night
 * @param occupancy whole percent sold
 * @param ofHotel whether the hotel's occupancy counts, not the room type's
 * @param stay nights of the stay, where prices are by length of stay
 * @param percent what it adds; null: an amount
 * @param amount what it adds, minor units a night; null: percent
 * @param ofBase whether percent is of the price before all rules
 * @param stops whether no later rule is looked at where it applied
 */
public record RuleContent(
        String name,
        boolean enabled,
        @Nullable List<Integer> ratePlans,
        @Nullable List<Integer> roomTypes,
        List<Seasons.Season> seasons,
        boolean eachYear,
        List<Integer> weekdays,
        Span lead,
        Span occupancy,
        boolean ofHotel,
        Span stay,
        @Nullable BigDecimal percent,
        @Nullable Long amount,
        boolean ofBase,
        boolean stops) {

    /** Ready to price with on a day at the hotel. */
    PriceRule rule(LocalDate today) {
        return new PriceRule(name, keys(ratePlans), keys(roomTypes), when(today), effect(), stops);
    }

    private RuleWhen when(LocalDate today) {
        int days = weekdays.stream().mapToInt(day -> 1 << (day - 1)).reduce(0, (a, b) -> a | b);
        return new RuleWhen(
                nights(today),
                weekdays.isEmpty() ? RuleWhen.EVERY_DAY : days,
                lead,
                occupancy,
                ofHotel,
                stay);
    }

    private Seasons nights(LocalDate today) {
        if (seasons.isEmpty()) {
            return Seasons.ALWAYS;
        }
        return eachYear ? Seasons.eachYear(seasons, today) : Seasons.of(seasons);
    }

    private RuleEffect effect() {
        return percent != null
                ? new RuleEffect(RuleEffect.Unit.PERCENT, percent, ofBase)
                : new RuleEffect(
                        RuleEffect.Unit.AMOUNT,
                        BigDecimal.valueOf(amount == null ? 0 : amount),
                        false);
    }

    private static @Nullable Set<Integer> keys(@Nullable Collection<Integer> keys) {
        return keys == null ? null : Set.copyOf(keys);
    }
}
