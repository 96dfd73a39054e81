package io.serai.console.bookings;

import io.serai.console.access.SignedIn;
import io.serai.database.EngineSession;
import io.serai.reservation.direct.BookingRefused;
import io.serai.reservation.direct.BookingWish;
import io.serai.reservation.direct.DirectBookings;
import io.serai.reservation.direct.DirectTurns;
import io.serai.reservation.direct.Quoted;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Where people do with a hotel's own bookings what programs do by the API, by the same doors.
 * Whether they may is for the page to look at before.
 */
@Component
class DirectDesk {

    private final DirectBookings bookings;
    private final DirectTurns turns;
    private final EngineSession engine;

    DirectDesk(DirectBookings bookings, DirectTurns turns, EngineSession engine) {
        this.bookings = bookings;
        this.turns = turns;
        this.engine = engine;
    }

    /**
     * Books.
     *
     * @return the booking's key
     * @throws BookingRefused where it cannot be had; nothing happened
     */
    long book(SignedIn user, int hotel, BookingWish wish) {
        return act(user, () -> bookings.create(hotel, wish));
    }

    /**
     * Does something with a booking.
     *
     * @throws BookingRefused where it cannot be; nothing happened
     */
    void change(SignedIn user, long booking, DirectForm form) {
        act(
                user,
                () -> {
                    form.apply(bookings, booking);
                    return booking;
                });
    }

    /**
     * What a change would cost, and what stands against it.
     *
     * @throws BookingRefused where it names what the hotel has not
     */
    Quoted quote(SignedIn user, long booking, DirectForm form) {
        return turns.take(
                () -> engine.call(user.actor(), session -> form.quote(bookings, booking)));
    }

    private long act(SignedIn user, LongSupplier work) {
        return turns.take(() -> engine.call(user.actor(), session -> work.getAsLong()));
    }
}
