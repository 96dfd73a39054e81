package io.serai.reservation;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.OwnBookings.Effect;
import io.serai.reservation.BookedRooms.Resolved;
import io.serai.reservation.IncomingReservation.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the current booking, and with it stock and counts, what a revision says. */
@Component
class CurrentBooking {

    private final Reservations reservations;
    private final BookedRooms rooms;
    private final Stock stock;
    private final OwnCount ownCount;
    private final Payments payments;
    private final ReservationAlerts alerts;
    private final Channels channels;
    private final ReservationSettings settings;

    CurrentBooking(
            Reservations reservations,
            BookedRooms rooms,
            Stock stock,
            OwnCount ownCount,
            Payments payments,
            ReservationAlerts alerts,
            Channels channels,
            ReservationSettings settings) {
        this.reservations = reservations;
        this.rooms = rooms;
        this.stock = stock;
        this.ownCount = ownCount;
        this.payments = payments;
        this.alerts = alerts;
        this.channels = channels;
        this.settings = settings;
    }

    /** In the caller's transaction, which holds the reservation. */
    void become(
            KnownReservation known,
            IncomingReservation now,
            Optional<HotelConnection> at,
            String provider,
            SealedPeople people) {
        var channel = channels.findByCode(provider);
        var booked = settings.moment(channel.map(Channel::folder).orElse(""), now.created());
        reservations.replace(known, now, booked, people);
        if (at.isEmpty()) {
            return;
        }
        var connection = at.get();
        var before = counted(known);
        var resolved =
                now.isCancelled()
                        ? cancelRooms(known, now, connection, people)
                        : replaceRooms(known, now, connection, people);
        var after = resolved.cells();
        var movement = Movement.between(before, after);
        stock.move(connection.hotelId(), known.id(), movement.stock());
        if (effect(channel, known, now) != Effect.LOWERS) {
            ownCount.forgetAndMark(connection.id(), Movement.touched(before, after, now));
        } else if (!movement.remote().isEmpty()) {
            ownCount.lower(connection.id(), movement.remote(), booked);
        }
        flag(known, connection, resolved);
        payments.keep(known, connection.hotelId(), now);
    }

    /** As {@link #become}, for a booking of the hotel's own: no channel counts it already. */
    void becomeDirect(KnownReservation known, IncomingReservation now, SealedPeople people) {
        int hotel = Objects.requireNonNull(known.hotelId(), "hotel");
        reservations.replace(known, now, settings.moment("", now.created()), people);
        move(
                known,
                () -> {
                    if (now.isCancelled()) {
                        rooms.release(known.id());
                    } else {
                        rooms.remove(known.id());
                        rooms.add(known.id(), hotel, now.rooms(), people);
                        rooms.resolveDirect(known.id());
                    }
                });
        payments.keep(known, hotel, now);
    }

    /** Gives the nights of a booking of the hotel's own back from one on. */
    void release(KnownReservation known, LocalDate from) {
        move(known, () -> rooms.release(known.id(), from));
    }

    private void move(KnownReservation known, Runnable change) {
        var before = rooms.cells(known.id());
        change.run();
        var after = rooms.cells(known.id());
        var movement = Movement.between(before, after);
        stock.move(Objects.requireNonNull(known.hotelId(), "hotel"), known.id(), movement.stock());
        reservations.flag(known.id(), false, stock.isOversold(after));
    }

    /**
     * The channel told again what it knows that we have: the guest changed it and changed it back,
     * and what that did to the channel's own count nobody says.
     */
    void doubt(KnownReservation known, IncomingReservation again, HotelConnection connection) {
        ownCount.forgetAndMark(connection.id(), Movement.touched(counted(known), List.of(), again));
    }

    /** Counts the nights where a completed mapping says they belong. */
    void remap(KnownReservation known, HotelConnection connection) {
        var before = counted(known);
        var resolved = rooms.resolve(known.id(), connection);
        var movement = Movement.between(before, resolved.cells());
        stock.recount(connection.hotelId(), movement.stock());
        ownCount.forget(connection.id(), Movement.between(List.of(), before).remote());
        flag(known, connection, resolved);
    }

    private List<Cell> counted(KnownReservation known) {
        return known.revision() == 0 || known.isCancelled() ? List.of() : rooms.cells(known.id());
    }

    private Resolved replaceRooms(
            KnownReservation known,
            IncomingReservation now,
            HotelConnection connection,
            SealedPeople people) {
        if (known.revision() > 0) {
            rooms.remove(known.id());
        }
        rooms.add(known.id(), connection.hotelId(), now.stays().toList(), people);
        return rooms.resolve(known.id(), connection);
    }

    /**
     * A cancellation keeps the rooms for those who look it up; of one never seen, those it names.
     * Nothing of it is counted any more.
     */
    private Resolved cancelRooms(
            KnownReservation known,
            IncomingReservation now,
            HotelConnection connection,
            SealedPeople people) {
        if (known.revision() == 0) {
            rooms.add(known.id(), connection.hotelId(), now.stays().toList(), people);
        } else {
            rooms.release(known.id());
        }
        return new Resolved(List.of(), false);
    }

    private void flag(KnownReservation known, HotelConnection connection, Resolved resolved) {
        var unmapped = resolved.unmapped();
        var oversold = stock.isOversold(resolved.cells());
        if (unmapped || oversold || known.revision() > 0) {
            reservations.flag(known.id(), unmapped, oversold);
        }
        if (unmapped) {
            alerts.unmapped(known, connection);
        }
        if (oversold) {
            alerts.oversold(known, connection);
        }
    }

    private static Effect effect(
            Optional<Channel> channel, KnownReservation known, IncomingReservation now) {
        return channel.map(it -> it.definition().ownBookings())
                .map(
                        own ->
                                now.isCancelled()
                                        ? own.cancel()
                                        : known.revision() == 0 && now.kind() == Kind.NEW
                                                ? own.book()
                                                : own.change())
                .orElse(Effect.UNKNOWN);
    }
}
