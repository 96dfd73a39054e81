package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.hotel.sale.SoldHotel;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetails;
import io.serai.reservation.direct.BookingRefused;
import io.serai.reservation.direct.DirectTurns;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where callers work on a hotel's bookings; what is refused is told as it was met. */
@Component
class BookingDesk {

    private final Targets targets;
    private final TenantSession tenants;
    private final OnceOnly once;
    private final DirectTurns turns;
    private final BookingDetails details;
    private final JdbcClient jdbc;

    BookingDesk(
            Targets targets,
            TenantSession tenants,
            OnceOnly once,
            DirectTurns turns,
            BookingDetails details,
            JdbcClient jdbc) {
        this.targets = targets;
        this.tenants = tenants;
        this.once = once;
        this.turns = turns;
        this.details = details;
        this.jdbc = jdbc;
    }

    /**
     * A booking of a hotel.
     *
     * @throws Problem 404 when the caller sees none of this id there
     */
    BookingDetail booking(Caller caller, String hotel, String id) {
        int key = targets.hotel(caller, hotel);
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.unknown("booking", id);
        }
        return tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session -> details.read(session, Long.parseLong(id)))
                .filter(found -> Integer.toString(key).equals(found.hotel()))
                .orElseThrow(() -> Problem.unknown("booking", id));
    }

    /**
     * Does something with a booking of the hotel's own, and answers with what became of it; once
     * where it comes with a key.
     *
     * @param status of the answer
     * @param act gives the booking's key
     */
    Answer act(
            Exchange exchange,
            Caller caller,
            int hotel,
            Object body,
            int status,
            LongSupplier act) {
        try {
            return turns.take(
                    () ->
                            once.byEngine(
                                    exchange,
                                    caller,
                                    body,
                                    session ->
                                            BookingTaken.answer(
                                                    status,
                                                    details.read(session, act.getAsLong())
                                                            .orElseThrow())));
        } catch (BookingRefused refused) {
            throw problem(refused, hotel);
        }
    }

    /**
     * The version that the caller saw.
     *
     * @param header {@code If-Match}, as {@code "3"}; null or *: whichever
     * @throws Problem 400 for what is no version
     */
    static @Nullable Integer seen(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        String bare = header.strip().replaceAll("^(W/)?\"|\"$", "");
        if (!bare.matches("[0-9]{1,9}")) {
            throw Problem.bad(
                    "If-Match: %s (expected: the ETag of a booking, as \"3\")".formatted(header));
        }
        return Integer.valueOf(bare);
    }

    /**
     * Demands that the caller has seen a channel's booking as it is.
     *
     * @throws Problem 409 with the newer one
     */
    static void demand(@Nullable String header, BookingDetail now) {
        Integer seen = seen(header);
        if (seen != null && seen != now.version()) {
            throw changed(
                    "If-Match: %d (expected: %d, as it is now)".formatted(seen, now.version()),
                    now);
        }
    }

    private static Problem changed(String words, BookingDetail now) {
        return new Problem(409, "Changed meanwhile", words).with("newer", now);
    }

    private Problem problem(BookingRefused refused, int hotel) {
        String words = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case NOT_SOLD -> withOffers(new Problem(409, "Not to be had", words), refused, hotel);
            case OTHER_PRICE -> withOffers(new Problem(409, "Other price", words), refused, hotel);
            case CHANGED -> {
                BookingDetail newer = refused.newer();
                yield newer == null
                        ? new Problem(409, "Changed meanwhile", words)
                        : changed(words, newer);
            }
            case NOT_NOW -> new Problem(409, "Not in this state", words);
            case CANNOT_BE -> new Problem(422, "Cannot be meant", words);
            case BUSY -> new Problem(503, "Busy", words).again(Duration.ofSeconds(2));
        };
    }

    private Problem withOffers(Problem problem, BookingRefused refused, int hotel) {
        SoldHotel sold = SoldHotel.read(jdbc, hotel);
        return problem.with(
                "offers",
                refused.offers().stream().map(offer -> OfferView.of(offer, sold)).toList());
    }
}
