package io.serai.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.account.ChannelAccounts;
import io.serai.delivery.Family;
import io.serai.delivery.ParkedMessage;
import io.serai.delivery.ParkingSlip;
import io.serai.delivery.ParkingSlip.Kind;
import java.time.Instant;
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

    /** The exchange property that says when the list was asked for that a reservation is from. */
    public static final String ASKED = "asked";

    private static final Logger log = LoggerFactory.getLogger(ReservationTaking.class);

    /** Not missed: it was booked before the hotel was connected. */
    static final String FIRST = "first";

    private static final String ROUTE = "reservation-take";
    private static final String QUOTED = "\"[^\"]*\"|'[^']*'|\\{[^}]*}|“[^”]*”";
    private static final String ACCOUNT = "Serai-Account";

    private final ReservationInbox inbox;
    private final Revisions revisions;
    private final BookingOrder order;
    private final ChannelAccounts accounts;
    private final MeterRegistry meters;

    ReservationTaking(
            ReservationInbox inbox,
            Revisions revisions,
            BookingOrder order,
            ChannelAccounts accounts,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.revisions = revisions;
        this.order = order;
        this.accounts = accounts;
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
     * Returns when it is committed. Every message is the whole picture, so that it waits for none
     * before it; but one without a hotel has that only from an earlier one.
     *
     * @param source by which other way than a queue it was found
     * @param asked when the list was asked for that it is from
     * @throws io.serai.delivery.HeldBehind if the earlier one is parked
     */
    public String take(
            @Header(ACCOUNT) long accountId,
            @Body IncomingReservation reservation,
            @Variable("told") @Nullable String told,
            @ExchangeProperty(ReservationPolls.CLAIM) @Nullable PollClaim claim,
            @ExchangeProperty(ParkedMessage.PROPERTY) @Nullable ParkedMessage parked,
            @ExchangeProperty(SOURCE) @Nullable String source,
            @ExchangeProperty(CONFIRMED) @Nullable Boolean confirmed,
            @ExchangeProperty(ASKED) @Nullable Instant asked) {
        order.demandHotel(accountId, reservation, kind(reservation), parked);
        var fingerprint = told == null ? null : ParkingSlip.fingerprint(told);
        var delivery = delivery(claim, parked, source, Boolean.TRUE.equals(confirmed), asked);
        var receipt = inbox.take(accountId, reservation, delivery, fingerprint, parked);
        if (delivery.source() != null && receipt.isNews() && !delivery.source().equals(FIRST)) {
            recovered(accountId, reservation, delivery.source());
        }
        var word = receipt.name().toLowerCase(Locale.ROOT);
        var channel = accounts.provider(accountId);
        meters.counter("serai.reservations.taken", "channel", channel, "receipt", word).increment();
        return receipt.name();
    }

    /** Which of our revisions says what was delivered; 0: none, it was overtaken. */
    public int revision(@Header(ACCOUNT) long accountId, @Body IncomingReservation reservation) {
        return revisions.saying(accountId, reservation);
    }

    /**
     * What is parked of a reservation that could not be taken: the newest that came of its number.
     */
    public ParkingSlip slip(
            @Header(ACCOUNT) long accountId,
            @Variable("message") String message,
            @Variable("number") @Nullable String number,
            @Variable("kind") @Nullable String kind,
            @Variable("hotel") @Nullable String hotel) {
        var known = number != null && !number.isBlank();
        var key =
                known
                        ? BookingOrder.key(accountId, number, hotel, kind)
                        : accountId + "/" + ParkingSlip.fingerprint(message);
        var slip = new ParkingSlip(ROUTE, Kind.RESERVATION, key, accountId, hotel, message);
        return known ? slip.of(number, kind) : slip;
    }

    /**
     * What is parked of a message that could not be translated, for the route that translates to
     * take again.
     */
    public ParkingSlip untranslated(
            @Header(ACCOUNT) long accountId,
            @Variable("told") String told,
            @Variable("translator") String route,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        var key = accountId + "/" + ParkingSlip.fingerprint(told);
        return new ParkingSlip(route, Kind.RESERVATION, key, accountId, null, told)
                .as(Family.of(failure));
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
            boolean confirmed,
            @Nullable Instant asked) {
        if (parked != null) {
            return new Delivery.Replayed(parked.parkedAt());
        }
        if (source != null) {
            return new Delivery.Found(source, confirmed, asked, claim);
        }
        return claim == null ? new Delivery.Pushed() : new Delivery.Polled(claim);
    }
}
