package io.serai.reservation;

import io.serai.delivery.ParkedBookings;
import io.serai.delivery.ParkedMessage;
import io.serai.reservation.History.Newness;
import io.serai.reservation.IncomingReservation.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes each reservation in once, however often a channel delivers it: one transaction stores the
 * revision, replaces the booking and moves the stock, or nothing of it happened.
 */
@Service
public class ReservationInbox {

    private final JdbcClient jdbc;
    private final PollFence fence;
    private final HotelConnections connections;
    private final Reservations reservations;
    private final Revisions revisions;
    private final People people;
    private final CurrentBooking booking;
    private final Payments payments;
    private final Expiries expiries;
    private final OtherWays otherWays;
    private final ParkedBookings parked;

    ReservationInbox(
            JdbcClient jdbc,
            PollFence fence,
            HotelConnections connections,
            Reservations reservations,
            Revisions revisions,
            People people,
            CurrentBooking booking,
            Payments payments,
            Expiries expiries,
            OtherWays otherWays,
            ParkedBookings parked) {
        this.jdbc = jdbc;
        this.fence = fence;
        this.connections = connections;
        this.reservations = reservations;
        this.revisions = revisions;
        this.people = people;
        this.booking = booking;
        this.payments = payments;
        this.expiries = expiries;
        this.otherWays = otherWays;
        this.parked = parked;
    }

    /**
     * Returns when it is committed.
     *
     * @throws PollLost if another instance asks the queue now; nothing happened
     */
    @Transactional
    public Receipt take(long accountId, IncomingReservation incoming, Delivery delivery) {
        return take(accountId, incoming, delivery, null, null);
    }

    /**
     * The same; what is parked of the booking is overtaken by it.
     *
     * @param fingerprint of the message as the channel told it; null where that is not known
     * @param replayed the message where it was parked itself
     */
    @Transactional
    public Receipt take(
            long accountId,
            IncomingReservation incoming,
            Delivery delivery,
            @Nullable String fingerprint,
            @Nullable ParkedMessage replayed) {
        var receipt = taken(accountId, incoming, delivery);
        if (receipt != Receipt.OUTDATED) {
            var kind = incoming.kind().name().toLowerCase(Locale.ROOT);
            parked.overtake(accountId, incoming.number(), kind, fingerprint, replayed);
        }
        return receipt;
    }

    private Receipt taken(long accountId, IncomingReservation told, Delivery delivery) {
        fence.hold(delivery);
        var now = actAs(told.number());
        var provider = connections.provider(accountId);
        var named = connections.find(accountId, provider, told.hotel());
        var known = reservations.lock(accountId, provider, told, named);
        var incoming = known.isErased() ? payments.withoutPeople(told) : told;
        var hash = ContentHash.of(incoming);
        var history = revisions.of(known, hash, incoming.reference());
        var at = connectionOf(known, named);
        var newness = history.judge(incoming.kind(), incoming.changed(), delivery);
        if (known.hotelId() == null) {
            at.ifPresent(connection -> reservations.place(known, connection));
        }
        var nowPlaced = known.isRejected() && at.isPresent() && newness == Newness.REPEATED;
        var sameEvent =
                incoming.changed() != null || history.isRequestAgain(incoming.kind(), delivery);
        var asWaiting = delivery.source() == null && history.isAcknowledged();
        if (newness == Newness.REPEATED && !nowPlaced && !sameEvent && asWaiting) {
            at.ifPresent(connection -> booking.doubt(known, incoming, connection));
        }
        if (newness != Newness.NEW && !nowPlaced) {
            return settleOld(known, incoming, at, newness);
        }
        var notes = incoming.kind() == Kind.MODIFY ? revisions.notes(known) : List.<String>of();
        var sealed = people.seal(known.personKey(), incoming, notes);
        var deadline = expiries.of(accountId, provider, known, incoming, at, now);
        revisions.add(
                accountId, known, incoming, hash, history.turn(), sealed.key(), delivery, deadline);
        otherWays.cameBy(known, delivery);
        booking.become(known, incoming, at, provider, sealed);
        if (known.revision() > 0 && incoming.kind() == Kind.NEW) {
            otherWays.toldAtLast(known);
        }
        return receipt(known, incoming, at);
    }

    /**
     * Counts a reservation's nights where its now completed mapping says; nothing happens if it was
     * cancelled meanwhile.
     */
    @Transactional
    public void reapply(long reservationId) {
        var known = reservations.lock(reservationId);
        if (known.isEmpty() || known.get().isCancelled() || known.get().connectionId() == null) {
            return;
        }
        actAs(known.get().number());
        connections
                .find(known.get().connectionId())
                .ifPresent(connection -> booking.remap(known.get(), connection));
    }

    private Receipt settleOld(
            KnownReservation known,
            IncomingReservation incoming,
            Optional<HotelConnection> at,
            Newness newness) {
        if (at.isEmpty()) {
            return incoming.isCancelled() ? Receipt.REPEATED : Receipt.REJECTED;
        }
        if (newness == Newness.REPEATED && incoming.kind() == Kind.MODIFY) {
            payments.keep(known, at.get().hotelId(), incoming); // perhaps the payment alone changed
        } else {
            payments.complete(known, at.get().hotelId(), incoming);
        }
        return newness == Newness.REPEATED ? Receipt.REPEATED : Receipt.OUTDATED;
    }

    /**
     * A known booking stays with its connection; a message without a hotel finds it by its number.
     */
    private Optional<HotelConnection> connectionOf(
            KnownReservation known, Optional<HotelConnection> named) {
        var at = known.connectionId();
        return at == null
                ? named
                : named.filter(it -> it.id() == at).or(() -> connections.find(at));
    }

    private static Receipt receipt(
            KnownReservation known, IncomingReservation incoming, Optional<HotelConnection> at) {
        if (incoming.isCancelled()) {
            return Receipt.CANCELLED;
        }
        if (at.isEmpty()) {
            return Receipt.REJECTED;
        }
        return known.revision() == 0 || known.isRejected() ? Receipt.OPENED : Receipt.REVISED;
    }

    /**
     * Returns what the time is, by the database's clock. A statement about a booking's few nights
     * is planned once and not for each booking: that took longer than doing it.
     */
    private Instant actAs(@Nullable String number) {
        return jdbc.sql(
                        """
                        select now() from set_config('serai.actor', 'reservation:' || ?, true) actor,
                                          set_config('plan_cache_mode', 'force_generic_plan', true) plans
                        """)
                .param(number)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
