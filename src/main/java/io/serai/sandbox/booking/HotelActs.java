package io.serai.sandbox.booking;

import io.serai.sandbox.ari.Grid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a booking becomes when its hotel reports something of it. The changed queue tells it, or
 * nobody is told.
 */
public final class HotelActs {

    private final Grid grid;
    private final BookingRows rows;
    private final Clock clock;
    private final boolean replenishes;
    private final boolean tells;

    HotelActs(Grid grid, BookingRows rows, Clock clock, boolean replenishes, boolean tells) {
        this.grid = grid;
        this.rows = rows;
        this.clock = clock;
        this.replenishes = replenishes;
        this.tells = tells;
    }

    /**
     * A booking as its hotel finds it.
     *
     * @param arrival of its first room
     * @param lastArrival of the room that comes last
     * @param total of the whole stay, in minor units
     */
    public record Reported(
            long id,
            long hotel,
            boolean cancelled,
            LocalDate arrival,
            LocalDate lastArrival,
            long total) {}

    /** The booking, locked until the transaction's end. */
    public Optional<Reported> lock(long id) {
        return rows.lock(id)
                .map(
                        booking ->
                                new Reported(
                                        booking.id(),
                                        booking.hotel(),
                                        booking.cancelled(),
                                        booking.stays().stream()
                                                .map(Stay::arrival)
                                                .min(LocalDate::compareTo)
                                                .orElseThrow(),
                                        booking.stays().stream()
                                                .map(Stay::arrival)
                                                .max(LocalDate::compareTo)
                                                .orElseThrow(),
                                        booking.total()));
    }

    /**
     * Cancels it.
     *
     * @param fee what the guest pays nevertheless, in minor units; null when nothing is said
     */
    public void cancel(long id, @Nullable Long fee) {
        var before = rows.lock(id).orElseThrow();
        grid.move(new Taking(List.of(), before.stays()).moves(replenishes));
        rows.cancel(before, fee, told());
    }

    /**
     * Gives it another departure, another price, or both. Nights that are added cost what the last
     * one did; a price is spread over all nights evenly.
     *
     * @param departure null: as it was
     * @param total in minor units; null: what the nights cost
     */
    public void change(long id, @Nullable LocalDate departure, @Nullable Long total) {
        var before = rows.lock(id).orElseThrow();
        var stays =
                before.stays().stream()
                        .map(stay -> departure == null ? stay : until(stay, departure))
                        .toList();
        grid.move(new Taking(stays, before.stays()).moves(replenishes));
        rows.restay(before, total == null ? stays : spread(stays, total), told());
    }

    private @Nullable Instant told() {
        return tells ? clock.instant() : null;
    }

    private static Stay until(Stay stay, LocalDate departure) {
        var nightly = new ArrayList<>(stay.nightly());
        var nights = (int) stay.arrival().datesUntil(departure).count();
        while (nightly.size() < nights) {
            nightly.add(nightly.get(nightly.size() - 1));
        }
        return stay.until(departure, nightly.subList(0, nights));
    }

    private static List<Stay> spread(List<Stay> stays, long total) {
        var nights = stays.stream().mapToInt(stay -> stay.nightly().size()).sum();
        var each = total / nights;
        var odd = total % nights;
        var spread = new ArrayList<Stay>();
        for (var stay : stays) {
            var prices = new ArrayList<>(Collections.nCopies(stay.nightly().size(), each));
            for (var i = 0; i < prices.size() && odd > 0; i++, odd--) {
                prices.set(i, each + 1);
            }
            spread.add(stay.priced(List.copyOf(prices)));
        }
        return spread;
    }
}
