package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.booking.Bookings;
import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.expedia.booking.Transactions;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Tags;
import io.serai.sandbox.wire.Xml;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;

/** Takes the hotel's confirmation numbers; a warning means that a booking was not confirmed. */
final class ConfirmFace implements Handler {

    private static final int MOST_NUMBERS = 10;
    private static final int DAYS_AFTER_DEPARTURE = 8;
    private static final int NUMBERS_OF_ONE = 3;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Eqc eqc;
    private final Bookings bookings;
    private final Transactions transactions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConfirmFace(
            Eqc eqc,
            Bookings bookings,
            Transactions transactions,
            TransactionTemplate transaction,
            Clock clock) {
        this.eqc = eqc;
        this.bookings = bookings;
        this.transactions = transactions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One confirmation as it was sent. */
    private record Confirmation(String booking, String type, String number, Instant time) {

        long id() {
            return booking.length() > 18 ? -1 : Long.parseLong(booking);
        }
    }

    /** Why a booking was not confirmed. */
    private static final class NotConfirmed extends RuntimeException {

        private final int code;

        NotConfirmed(int code, String words) {
            super(words, null, false, false);
            this.code = code;
        }
    }

    @Override
    public Answer answer(Call call) {
        var request = eqc.open(call, Message.CONFIRM);
        var hotel = eqc.hotel(request);
        eqc.connect(call, String.valueOf(hotel.id()), Message.CONFIRM);
        var numbers = Xml.child(request.root(), "BookingConfirmNumbers");
        var all = Xml.children(java.util.Objects.requireNonNull(numbers));
        if (all.size() > MOST_NUMBERS) {
            throw Eqc.refused(3301, "The message has " + all.size() + " confirmation numbers");
        }
        var confirmations = all.stream().map(this::read).toList();
        var tags = new Tags();
        transaction.executeWithoutResult(status -> confirm(hotel, confirmations, tags, call));
        return Eqc.answer(
                        200, Message.CONFIRM.around("<Success>" + tags + "</Success>"), call.ruid())
                .carrying(new Carried(hotel.id(), all.size(), 0, 0))
                .by(request.account().name());
    }

    private Confirmation read(Element told) {
        var time = told.getAttribute("confirmTime").strip();
        try {
            var at = OffsetDateTime.parse(time).toInstant();
            if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
                throw Eqc.refused(3015, "confirmTime " + time + " is not before now");
            }
            return new Confirmation(
                    told.getAttribute("bookingID").strip(),
                    told.getAttribute("bookingType"),
                    told.getAttribute("confirmNumber"),
                    at);
        } catch (DateTimeParseException e) {
            throw Eqc.refused(3015, "confirmTime " + time + " has no time zone");
        }
    }

    private void confirm(Hotel hotel, List<Confirmation> all, Tags tags, Call call) {
        transactions.expire();
        for (var confirmation : all) {
            try {
                confirm(hotel, confirmation);
            } catch (NotConfirmed warning) {
                tags.text(
                        "Warning",
                        Eqc.plain(String.valueOf(warning.getMessage()), call.ruid()),
                        "code",
                        warning.code,
                        "bookingID",
                        confirmation.booking(),
                        "bookingType",
                        confirmation.type(),
                        "confirmNumber",
                        confirmation.number());
            }
        }
    }

    private void confirm(Hotel hotel, Confirmation told) {
        var id = told.id();
        var known =
                bookings.find(id)
                        .filter(booking -> !booking.lost())
                        .orElseThrow(() -> new NotConfirmed(10080, "Booking cannot be reached"));
        if (known.hotel() != hotel.id()) {
            throw new NotConfirmed(10081, "Booking belongs to another hotel");
        }
        bookings.lock(hotel.id(), id);
        var departure = known.content().departure();
        if (hotel.today(clock).isAfter(departure.plusDays(DAYS_AFTER_DEPARTURE))) {
            throw new NotConfirmed(10101, "The guest left on " + departure);
        }
        var current = current(transactions.lock(id));
        check(current, told);
        if (current.confirmTime() == null || !told.time().isBefore(current.confirmTime())) {
            transactions.confirmed(current, told.number(), told.time());
        }
    }

    /** What is offered now, or else was confirmed last. */
    private static Transaction current(List<Transaction> all) {
        return all.stream()
                .filter(t -> t.state() != Transaction.State.CONFIRMED)
                .findFirst()
                .orElseGet(() -> all.get(all.size() - 1));
    }

    private static void check(Transaction current, Confirmation told) {
        if (current.state() == Transaction.State.PENDING) {
            throw new NotConfirmed(10102, "A newer version of the booking waits to be retrieved");
        }
        if (!current.type().word().equals(told.type())) {
            throw new NotConfirmed(
                    10100,
                    "The booking's type is %s, not %s"
                            .formatted(current.type().word(), told.type()));
        }
        if (!current.confirmNumbers().contains(told.number())
                && current.confirmNumbers().size() >= NUMBERS_OF_ONE) {
            throw new NotConfirmed(10103, "The booking was confirmed three times already");
        }
    }
}
