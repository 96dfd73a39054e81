package io.serai.sandbox.booking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment card, always an invented one.
 *
 * @param expires MMYY
 * @param effective first day it may be charged, only of a virtual card
 */
record Card(
        String code,
        String number,
        String series,
        String expires,
        String holder,
        @Nullable LocalDate effective,
        @Nullable LocalDate vccExpires) {

    static Card of(BookingForm form, String holder, LocalDate arrival) {
        if (form.cardZeros()) {
            return new Card("XX", "0000000000000000", "000", "0000", "-", null, null);
        }
        if (form.vcc()) {
            return new Card(
                    "MC",
                    "5555555555554444",
                    "123",
                    "0330",
                    "Virtual Card",
                    arrival,
                    arrival.plusYears(1));
        }
        return new Card("VI", "4111111111111111", "737", "0330", holder, null, null);
    }
}
