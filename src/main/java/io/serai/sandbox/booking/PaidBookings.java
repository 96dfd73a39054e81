package io.serai.sandbox.booking;

import java.util.List;
import java.util.Optional;

/** Bookings as those see them who pay them. */
public final class PaidBookings {

    private final BookingReader reader;

    PaidBookings(BookingReader reader) {
        this.reader = reader;
    }

    public Optional<PaidBooking> find(long id) {
        return reader.find("where b.booking_id = ?", id).stream().map(PaidBooking::of).findFirst();
    }

    /** Those of a hotel that the channel pays by virtual card, oldest first. */
    public List<PaidBooking> virtual(long hotel) {
        return reader.find("where b.hotel_id = ? and b.vcc order by b.booking_id", hotel).stream()
                .map(PaidBooking::of)
                .toList();
    }
}
