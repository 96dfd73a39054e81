package io.serai.reservation.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom it is about: whoever booked with an e-mail address, whoever has a name, or the guests of
 * bookings. Each adds to what is found.
 *
 * @param name the whole name of a booker or guest; others may have the same
 * @param bookings keys of bookings of the hotel
 */
public record GuestSubject(@Nullable String email, @Nullable String name, List<Long> bookings) {

    /** Nobody's name or address stands in a log. */
    @Override
    public String toString() {
        return "guest of " + bookings.size() + " named bookings";
    }
}
