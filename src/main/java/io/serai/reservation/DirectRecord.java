package io.serai.reservation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps bookings that a hotel takes itself: revisions, stock and payment as those of a channel. It
 * decides nothing: whoever books has looked, under the hotel's lock, whether a room is left. All in
 * the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DirectRecord {

    private final Reservations reservations;
    private final DirectRows rows;
    private final Revisions revisions;
    private final CurrentBooking booking;
    private final People people;
    private final Clock clock;

    DirectRecord(
            Reservations reservations,
            DirectRows rows,
            Revisions revisions,
            CurrentBooking booking,
            People people,
            Clock clock) {
        this.reservations = reservations;
        this.rows = rows;
        this.revisions = revisions;
        this.booking = booking;
        this.people = people;
        this.clock = clock;
    }

    /** Nobody takes or gives back rooms of the hotel until the transaction ends. */
    public void lockHotel(int hotelId) {
        revisions.lockHotel(hotelId);
    }

    /** Nobody changes the booking until the transaction ends. */
    public void lock(long id) {
        locked(id);
    }

    /**
     * Opens a booking; its rooms name room types and rate plans by key.
     *
     * @param said what is booked, under the number that it gets
     * @return its key
     */
    public long open(
            int hotelId, Function<String, IncomingReservation> said, @Nullable String hotelNumber) {
        var known = rows.add(hotelId);
        become(known, said.apply(known.number()), "new");
        rows.number(known.id(), hotelNumber);
        return known.id();
    }

    /** Makes a booking what is said now. */
    public void revise(long id, IncomingReservation said, @Nullable String hotelNumber) {
        become(locked(id), said, "modify");
        rows.number(id, hotelNumber);
    }

    /** Cancels a booking: all its nights are given back. */
    public void cancel(long id, IncomingReservation said) {
        become(locked(id), said, "cancel");
    }

    /** The guest did not come: the nights are given back from one on. */
    public void noShow(long id, LocalDate from) {
        var known = again(id, "no-show");
        rows.noShow(id);
        booking.release(known, from);
    }

    /** The hotel confirmed it to the guest. */
    public void confirm(long id, @Nullable String hotelNumber) {
        again(id, "confirm");
        rows.confirm(id);
        rows.number(id, hotelNumber);
    }

    private void become(KnownReservation known, IncomingReservation said, String kind) {
        rows.actAs(known, kind);
        var now = now(known.isErased() ? Nameless.of(said) : said);
        var sealed = people.seal(known.personKey(), now, List.of());
        revisions.addDirect(known, now, kind, sealed.key());
        booking.becomeDirect(known, now, sealed);
    }

    /** A revision that says what the booking says already, and that something happened to it. */
    private KnownReservation again(long id, String kind) {
        var known = locked(id);
        rows.actAs(known, kind);
        var said = now(revisions.last(known));
        revisions.addDirect(known, said, kind, known.personKey());
        return known;
    }

    /** The same, said now: every revision is another one, also where it says the same. */
    private IncomingReservation now(IncomingReservation it) {
        return new IncomingReservation(
                it.hotel(),
                it.number(),
                it.kind(),
                it.created(),
                clock.instant(),
                it.reference(),
                it.brand(),
                it.currency(),
                it.total(),
                it.tax(),
                it.commission(),
                it.booker(),
                it.payment(),
                it.remarks(),
                it.notes(),
                it.loyalty(),
                it.rooms(),
                it.services());
    }

    private KnownReservation locked(long id) {
        return reservations
                .lock(id)
                .filter(known -> known.hotelId() != null)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "reservation: " + id + " (expected: one of a hotel)"));
    }
}
