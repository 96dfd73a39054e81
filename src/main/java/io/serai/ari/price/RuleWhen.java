package io.serai.ari.price;

import io.serai.ari.Pricing;
import java.time.LocalDate;

/**
 * When a rule applies: all that it names must hold.
 *
 * @param seasons the nights
 * @param weekdays bits of the weekdays of the night, Monday is bit 0
 * @param lead days from today to the night
 * @param occupancy whole percent of rooms sold, rounded down
 * @param ofHotel whether the whole hotel's occupancy counts, not the room type's
 * @param stay nights of the stay that is priced; narrower than all, it holds for nothing but prices
 *     by length of stay
 */
public record RuleWhen(
        Seasons seasons, int weekdays, Span lead, Span occupancy, boolean ofHotel, Span stay) {

    /** Bits of all weekdays. */
    public static final int EVERY_DAY = 0b111_1111;

    /** Always. */
    public static final RuleWhen ALWAYS =
            new RuleWhen(Seasons.ALWAYS, EVERY_DAY, Span.ALL, Span.ALL, false, Span.ALL);

    boolean holds(NightContext context, int nights) {
        return holdsFor(context.product().plan().pricing(), nights)
                && lead.holds(context.leadDays())
                && (weekdays == EVERY_DAY || (weekdays & weekday(context.night())) != 0)
                && seasons.hold(context.night())
                && (occupancy.isAll() || occupancy.holds(occupancy(context)));
    }

    private boolean holdsFor(Pricing pricing, int nights) {
        return stay.isAll() || pricing == Pricing.LENGTH_OF_STAY && stay.holds(nights);
    }

    private int occupancy(NightContext context) {
        return ofHotel ? context.hotelOccupancy() : context.roomTypeOccupancy();
    }

    private static int weekday(int night) {
        return 1 << LocalDate.ofEpochDay(night).getDayOfWeek().ordinal();
    }
}
