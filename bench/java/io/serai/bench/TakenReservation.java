package io.serai.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a booking, comparable between those who know of it.
 *
 * @param roomType null of a cancelled one, which holds no room; so with all that follows
 * @param nights counted one by one
 * @param total what the guest pays
 */
record TakenReservation(
        boolean cancelled,
        @Nullable String roomType,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        int nights,
        @Nullable BigDecimal total) {

    private static final TakenReservation CANCELLED =
            new TakenReservation(true, null, null, null, 0, null);

    /** As the guest and the channel know it. */
    static TakenReservation of(Stay stay, boolean cancelled, long cents) {
        return cancelled
                ? CANCELLED
                : new TakenReservation(
                        false,
                        stay.roomType(),
                        stay.arrival(),
                        stay.departure(),
                        (int) stay.nights().count(),
                        BigDecimal.valueOf(cents, 2));
    }

    /** As Serai has it. */
    static TakenReservation of(
            String status,
            @Nullable String roomTypes,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int nights,
            @Nullable BigDecimal total) {
        return status.toLowerCase(Locale.ROOT).equals("cancelled")
                ? new TakenReservation(true, null, null, null, nights, null)
                : new TakenReservation(
                        false,
                        roomTypes,
                        first,
                        last == null ? null : last.plusDays(1),
                        nights,
                        total == null ? null : total.setScale(2, RoundingMode.UNNECESSARY));
    }
}
