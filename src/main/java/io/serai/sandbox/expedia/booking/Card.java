package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment card, always one of the well-known test numbers.
 *
 * @param expires MMYY
 * @param activation when it may first be charged; null of a guest's own card
 */
public record Card(
        String code,
        String number,
        String series,
        String expires,
        String holder,
        @Nullable Instant activation) {

    /** Whether Expedia pays by it. */
    public boolean virtual() {
        return activation != null;
    }

    static Card of(Collect collect, Hotel hotel, Guest guest, LocalDate arrival) {
        return collect == Collect.HOTEL
                ? new Card(
                        "VI",
                        "4111111111111111",
                        "737",
                        "0330",
                        guest.given() + " " + guest.surname(),
                        null)
                : new Card(
                        "MC",
                        "5555555555554444",
                        "123",
                        "0330",
                        "ExpediaVirtualCard",
                        arrival.atStartOfDay(hotel.timeZone()).toInstant());
    }
}
