package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.booking.Transaction.State;
import io.serai.sandbox.expedia.booking.Transaction.Type;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What guests do at the channel: book, change, cancel, as far as its nights allow. */
public final class Guests {

    private final Sales sales;
    private final Accounts accounts;
    private final Bookings bookings;
    private final Transactions transactions;
    private final Expiry expiry;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Guests(
            Sales sales,
            Accounts accounts,
            Bookings bookings,
            Transactions transactions,
            Expiry expiry,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.sales = sales;
        this.accounts = accounts;
        this.bookings = bookings;
        this.transactions = transactions;
        this.expiry = expiry;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a guest is told of the booking. */
    public record Receipt(long id, BigDecimal total) {}

    /** Books once for a ref. */
    public Receipt book(Hotel hotel, BookingForm form) {
        return act(
                hotel,
                () -> {
                    var known =
                            form.ref() == null
                                    ? null
                                    : bookings.byRef(hotel.id(), form.ref()).orElse(null);
                    if (known != null) {
                        return new Receipt(known.id(), known.content().total());
                    }
                    var content = sales.take(hotel, form, null);
                    var now = clock.instant();
                    var id =
                            bookings.insert(hotel.id(), form.ref(), content, now)
                                    .orElseThrow(
                                            () ->
                                                    new Refusal(
                                                            409,
                                                            "BOOKED_AT_THE_SAME_TIME",
                                                            "ref " + form.ref()));
                    append(hotel, bookings.find(id).orElseThrow(), 1, Type.BOOK, content);
                    return new Receipt(id, content.total());
                });
    }

    /** Replaces the whole booking; when refused, the old one stands. */
    public Receipt change(Hotel hotel, long id, BookingForm form) {
        return act(
                hotel,
                () -> {
                    var before = standing(hotel, id);
                    var content = sales.take(hotel, form, before.content());
                    if (!content.equals(before.content())) {
                        bookings.replace(id, content, clock.instant());
                        tell(hotel, before, content);
                    }
                    return new Receipt(id, content.total());
                });
    }

    /** A booking that nobody has seen is still to be told as it now is; else it was modified. */
    private void tell(Hotel hotel, Booking before, Content content) {
        var told = transactions.lock(before.id());
        var first = told.get(0);
        if (told.size() == 1 && first.state() == State.PENDING && first.tries() == 0) {
            transactions.replace(first.id(), content);
        } else {
            append(hotel, before, told.size() + 1, Type.MODIFY, content);
        }
    }

    /** Cancelling what is cancelled changes nothing. */
    public Receipt cancel(Hotel hotel, long id) {
        return act(
                hotel,
                () -> {
                    var before = locked(hotel, id);
                    if (!before.cancelled()) {
                        sales.giveBack(before.content());
                        bookings.cancel(id, clock.instant());
                        var told = transactions.lock(id).size();
                        append(hotel, before, told + 1, Type.CANCEL, before.content());
                    }
                    return new Receipt(id, BigDecimal.ZERO);
                });
    }

    private void append(Hotel hotel, Booking booking, int number, Type type, Content content) {
        var way = accounts.find(hotel.account()).orElseThrow().delivery();
        transactions.append(
                booking,
                number,
                type,
                content,
                expiry.of(hotel, way, content.arrival(), clock.instant()));
    }

    private Booking standing(Hotel hotel, long id) {
        var before = locked(hotel, id);
        if (before.cancelled()) {
            throw new Refusal(409, "CANCELLED", "booking " + id + " is cancelled");
        }
        return before;
    }

    private Booking locked(Hotel hotel, long id) {
        return bookings.lock(hotel.id(), id)
                .orElseThrow(
                        () -> new Refusal(404, "394", "booking " + id + " is none of this hotel"));
    }

    private Receipt act(Hotel hotel, Supplier<Receipt> what) {
        try {
            return Objects.requireNonNull(
                    transaction.execute(
                            status -> {
                                transactions.expire();
                                return what.get();
                            }),
                    "receipt");
        } catch (Refusal refusal) {
            if (refusal.status() == 409) {
                jdbc.sql(
                                "insert into expedia_refused_guest (at, hotel_id, reason) values"
                                        + " (?, ?, ?)")
                        .params(Bookings.at(clock.instant()), hotel.id(), refusal.code())
                        .update();
            }
            throw refusal;
        }
    }
}
