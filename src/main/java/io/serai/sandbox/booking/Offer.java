package io.serai.sandbox.booking;

import io.serai.sandbox.ari.Grid;
import io.serai.sandbox.ari.RoomNight;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.Refusal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the grid offers for the stays that a guest asks for. */
final class Offer {

    /** A night's price, in minor units, of what is booked by force without one. */
    private static final long FORCED_PRICE = 10_000;

    private final Grid grid;
    private final Prices prices;
    private final Restrictions restrictions;

    Offer(Grid grid, Prices prices, Restrictions restrictions) {
        this.grid = grid;
        this.prices = prices;
        this.restrictions = restrictions;
    }

    /** The room nights of the stays, held against other guests and against new counts. */
    List<RoomNight> lock(List<Stay> stays) {
        return grid.lockRooms(rooms(stays), first(stays), last(stays).minusDays(1));
    }

    /** Each stay with its nightly prices; one that was there before keeps those it had. */
    List<Stay> price(Hotel hotel, List<Stay> stays, List<Stay> before, boolean force) {
        var nights = new Nights(grid.rates(rooms(stays), first(stays), last(stays)));
        return stays.stream()
                .map(
                        stay -> {
                            var kept = unchanged(stay, before);
                            return kept == null
                                    ? priced(hotel, stay, nights, force)
                                    : stay.priced(kept.nightly());
                        })
                .toList();
    }

    private Stay priced(Hotel hotel, Stay stay, Nights nights, boolean force) {
        var room = java.util.Objects.requireNonNull(hotel.rooms().get(stay.room()));
        var rate = java.util.Objects.requireNonNull(room.rates().get(stay.rate()));
        try {
            var persons = stay.adults() + stay.children();
            if (persons < 1 || persons > rate.maxPersons()) {
                throw new Refusal(
                        409, "OCCUPANCY", persons + " persons (at most " + rate.maxPersons() + ")");
            }
            restrictions.notPast(stay.arrival());
            restrictions.check(room, rate, stay, nights);
            return stay.priced(prices.of(room, rate, stay, nights));
        } catch (Refusal refusal) {
            if (force) {
                return stay.priced(Collections.nCopies((int) stay.nights().count(), FORCED_PRICE));
            }
            throw refusal;
        }
    }

    private static @Nullable Stay unchanged(Stay stay, List<Stay> before) {
        return before.stream()
                .filter(old -> old.index() == stay.index())
                .filter(old -> old.sameNightsAs(stay) && old.sameGuestsAs(stay))
                .findFirst()
                .orElse(null);
    }

    private static List<Long> rooms(List<Stay> stays) {
        return stays.stream().map(Stay::room).distinct().toList();
    }

    private static LocalDate first(List<Stay> stays) {
        return Collections.min(stays.stream().map(Stay::arrival).toList());
    }

    private static LocalDate last(List<Stay> stays) {
        return Collections.max(stays.stream().map(Stay::departure).toList());
    }
}
