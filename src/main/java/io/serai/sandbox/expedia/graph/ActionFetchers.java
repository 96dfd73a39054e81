package io.serai.sandbox.expedia.graph;

import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.booking.Booking;
import io.serai.sandbox.expedia.booking.Bookings;
import io.serai.sandbox.expedia.graph.Eligibility.Scenario;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a hotel does with a booking. Neither is anybody notified of it nor do counts change, as at
 * the channel.
 */
final class ActionFetchers {

    private final Hotels hotels;
    private final Bookings bookings;
    private final ReservationView view;
    private final Reconciliations reconciliations;
    private final Outbox outbox;
    private final Limits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ActionFetchers(
            Hotels hotels,
            Bookings bookings,
            ReservationView view,
            Reconciliations reconciliations,
            Outbox outbox,
            Limits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.hotels = hotels;
        this.bookings = bookings;
        this.view = view;
        this.reconciliations = reconciliations;
        this.outbox = outbox;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        add(wiring, "cancelReservation", this::cancel);
        add(wiring, "cancelReservationReconciliation", this::cancelLater);
        add(wiring, "changeReservationReconciliation", this::change);
        add(wiring, "refundReservation", this::refund);
        add(wiring, "confirmReservationNotification", this::confirm);
    }

    private void add(RuntimeWiring.Builder wiring, String name, Function<Visit, Object> operation) {
        wiring.type(
                "Mutation",
                type ->
                        type.dataFetcher(
                                name,
                                Visit.to(limits, Limits.Kind.UPDATES, transaction, operation)));
    }

    private Object cancel(Visit visit) {
        var booking = eligible(visit, Scenario.CANCEL_RESERVATION);
        if (visit.text("reason").equals("INVALID_PAYMENT_METHOD")
                && booking.content().collect() != Collect.HOTEL) {
            throw Refused.input("INVALID_PAYMENT_METHOD is for Hotel Collect only");
        }
        bookings.cancel(booking.id(), clock.instant());
        reconciliations.cancelled(booking.id(), null, null);
        return shown(visit);
    }

    private Object cancelLater(Visit visit) {
        var booking = eligible(visit, Scenario.CANCEL_RESERVATION_RECONCILIATION);
        var penalty = decimal(visit.input().getOrDefault("penaltyAmount", 0));
        if (penalty.signum() < 0 || penalty.compareTo(booking.content().total()) > 0) {
            throw Refused.input(
                    "penaltyAmount is "
                            + penalty
                            + " (expected: 0 to "
                            + booking.content().total()
                            + ")");
        }
        bookings.cancel(booking.id(), clock.instant());
        reconciliations.cancelled(
                booking.id(),
                visit.text("reason").equals("NO_SHOW") ? "NO_SHOW" : "CANCEL",
                penalty);
        return shown(visit);
    }

    private Object change(Visit visit) {
        var booking = eligible(visit, Scenario.CHANGE_RESERVATION_RECONCILIATION);
        var stay = new ReconciledStay(booking.content(), hotel(visit), visit.input());
        bookings.replace(booking.id(), stay.content(), clock.instant());
        reconciliations.changed(booking.id());
        return shown(visit);
    }

    @SuppressWarnings("unchecked")
    private Object refund(Visit visit) {
        var booking = eligible(visit, Scenario.REFUND_RESERVATION);
        var refund = (Map<String, Object>) visit.input().get("refund");
        var amount = (BigDecimal) refund.get("amount");
        if (amount.signum() <= 0
                || !hotel(visit).currency().getCurrencyCode().equals(refund.get("currencyCode"))) {
            throw Refused.input(
                    "refund of "
                            + amount
                            + " "
                            + refund.get("currencyCode")
                            + " (expected: above 0 "
                            + hotel(visit).currency()
                            + ")");
        }
        reconciliations.refund(booking.id(), amount, booking.content().total());
        return shown(visit);
    }

    private Object confirm(Visit visit) {
        var booking = booking(visit);
        var notification =
                outbox.ofToken(visit.text("confirmationToken"))
                        .filter(one -> one.booking() == booking.id())
                        .orElseThrow(() -> Refused.input("confirmationToken is not known"));
        if (!notification.action().equals(visit.text("actionType"))) {
            throw Refused.input(
                    "actionType is "
                            + visit.text("actionType")
                            + " (expected: "
                            + notification.action()
                            + ")");
        }
        if (visit.text("confirmationCode").isBlank()) {
            throw Refused.input("confirmationCode is blank");
        }
        if (outbox.state(notification).equals("superseded")) {
            throw new Refused(
                    "STALE_CONFIRMATION_TOKEN", "confirmationToken is not of the newest version");
        }
        outbox.confirm(notification, visit.text("confirmationCode"));
        return shown(visit);
    }

    private Booking eligible(Visit visit, Scenario scenario) {
        var booking = booking(visit);
        new Eligibility(booking, hotel(visit), clock).demand(scenario);
        return booking;
    }

    private Booking booking(Visit visit) {
        return bookings.lock(hotel(visit).id(), Numbers.of(visit.text("reservationId")))
                .orElseThrow(
                        () ->
                                Refused.notFound(
                                        "reservation '"
                                                + visit.text("reservationId")
                                                + "' is none of this property"));
    }

    private Hotel hotel(Visit visit) {
        return hotels.of(visit.account(), Numbers.of(visit.text("propertyId")))
                .orElseThrow(
                        () ->
                                new Refused(
                                        "FORBIDDEN",
                                        "property '"
                                                + visit.text("propertyId")
                                                + "' is not this partner's"));
    }

    private Object shown(Visit visit) {
        var payload = new HashMap<String, Object>();
        payload.put("reservation", view.of(booking(visit), hotel(visit)));
        payload.put("clientMutationId", visit.input().get("clientMutationId"));
        return payload;
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
