package io.serai.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.delivery.ParkedMessage;
import io.serai.delivery.ParkingSlip;
import io.serai.delivery.ParkingSlip.Kind;
import java.util.Locale;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** What the route reservation-take calls, step by step. */
@Component("reservationTaking")
public class ReservationTaking {

    /** The exchange property that says by which other way than a queue a reservation was found. */
    public static final String SOURCE = "source";

    /** The exchange property that says that its channel does not wait for a confirmation. */
    public static final String CONFIRMED = "confirmed";

    private static final Logger log = LoggerFactory.getLogger(ReservationTaking.class);

    /** Not missed: it was booked before the hotel was connected. */
    static final String FIRST = "first";

    private static final String ROUTE = "reservation-take";
    private static final String QUOTED = "\"[^\"]*\"|'[^']*'|\\{[^}]*}|“[^”]*”";
    private static final String ACCOUNT = "Serai-Account";

    private final ReservationInbox inbox;
    private final Revisions revisions;
    private final MeterRegistry meters;

    ReservationTaking(ReservationInbox inbox, Revisions revisions, MeterRegistry meters) {
        this.inbox = inbox;
        this.revisions = revisions;
        this.meters = meters;
    }

    /**
     * @throws UnreadableReservation if it is none
     */
    public IncomingReservation read(@Body String json) {
        return ReservationJson.read(json);
    }

    /** What it says happened, in the word of the contract. */
    public String kind(@Body IncomingReservation reservation) {
        return reservation.kind().name().toLowerCase(Locale.ROOT);
    }

    /**
     * The same for every delivery of the same content with the same card. At most 186 characters:
     * account/content/card/number.
     */
    public String key(@Header(ACCOUNT) long accountId, @Body IncomingReservation reservation) {
        var payment = reservation.payment();
        var card = payment == null || payment.card() == null ? "" : payment.card().token();
        return String.join(
                "/",
                String.valueOf(accountId),
                ContentHash.of(reservation).hex(),
                card,
                reservation.number());
    }

    /**
     * Returns when it is committed.
     *
     * @param source by which other way than a queue it was found
     */
    public String take(
            @Header(ACCOUNT) long accountId,
            @Body IncomingReservation reservation,
            @ExchangeProperty(ReservationPolls.CLAIM) @Nullable PollClaim claim,
            @ExchangeProperty(ParkedMessage.PROPERTY) @Nullable ParkedMessage parked,
            @ExchangeProperty(SOURCE) @Nullable String source,
            @ExchangeProperty(CONFIRMED) @Nullable Boolean confirmed) {
        var delivery = delivery(claim, parked, source, Boolean.TRUE.equals(confirmed));
        var receipt = inbox.take(accountId, reservation, delivery);
        if (delivery.source() != null && receipt.isNews() && !delivery.source().equals(FIRST)) {
            recovered(accountId, reservation, delivery.source());
        }
        var word = receipt.name().toLowerCase(Locale.ROOT);
        meters.counter("serai.reservations.taken", "receipt", word).increment();
        return receipt.name();
    }

    /** Which of our revisions says what was delivered; 0: none, it was overtaken. */
    public int revision(@Header(ACCOUNT) long accountId, @Body IncomingReservation reservation) {
        return revisions.saying(accountId, reservation.number(), ContentHash.of(reservation));
    }

    /**
     * What is parked of a reservation that could not be taken: the newest that came of its number.
     */
    public ParkingSlip slip(
            @Header(ACCOUNT) long accountId,
            @Variable("message") String message,
            @Variable("number") @Nullable String number,
            @Variable("hotel") @Nullable String hotel) {
        var key = number == null || number.isBlank() ? ParkingSlip.fingerprint(message) : number;
        return new ParkingSlip(
                ROUTE, Kind.RESERVATION, accountId + "/" + key, accountId, hotel, message);
    }

    /**
     * What is parked of a message that could not be translated, for the route that translates to
     * take again.
     */
    public ParkingSlip untranslated(
            @Header(ACCOUNT) long accountId,
            @Variable("told") String told,
            @Variable("translator") String route) {
        var key = accountId + "/" + ParkingSlip.fingerprint(told);
        return new ParkingSlip(route, Kind.RESERVATION, key, accountId, null, told);
    }

    /**
     * Why a message could not be translated, without what was quoted of it: it may be a guest's.
     */
    public UnreadableReservation why(
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        var words = String.valueOf(cause.getMessage()).replaceAll(QUOTED, "…");
        return new UnreadableReservation(cause.getClass().getSimpleName() + ": " + words);
    }

    /** What the channel's queue did not bring, or not while we were there. */
    private void recovered(long accountId, IncomingReservation reservation, String source) {
        log.warn(
                "Reservation {} of account {} was missed and found by '{}'",
                reservation.number(),
                accountId,
                source);
        meters.counter("serai.reservations.recovered", "source", source).increment();
    }

    private static Delivery delivery(
            @Nullable PollClaim claim,
            @Nullable ParkedMessage parked,
            @Nullable String source,
            boolean confirmed) {
        if (parked != null) {
            return new Delivery.Replayed(parked.parkedAt());
        }
        if (source != null) {
            return new Delivery.Found(source, confirmed);
        }
        return claim == null ? new Delivery.Pushed() : new Delivery.Polled(claim);
    }
}
