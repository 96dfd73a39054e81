package io.serai.sandbox.booking;

import io.serai.sandbox.ari.Grid;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What guests do at the channel: book, change, cancel, as far as its grid allows. */
final class Guests {

    private final Offer offer;
    private final Grid grid;
    private final BookingRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean replenishes;

    Guests(
            Offer offer,
            Grid grid,
            BookingRows rows,
            TransactionTemplate transaction,
            Clock clock,
            boolean replenishes) {
        this.offer = offer;
        this.grid = grid;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
        this.replenishes = replenishes;
    }

    /** What a guest is told of the booking. */
    record Receipt(long id, BigDecimal total) {

        static Receipt of(long id, List<Stay> stays, Currency currency) {
            var total = stays.stream().mapToLong(Stay::total).sum();
            return new Receipt(id, BigDecimal.valueOf(total, currency.getDefaultFractionDigits()));
        }
    }

    Receipt book(Hotel hotel, BookingForm form) {
        return act(
                hotel,
                () -> {
                    var known =
                            form.ref() == null
                                    ? null
                                    : rows.byRef(hotel.id(), form.ref()).orElse(null);
                    if (known != null) {
                        return Receipt.of(known.id(), known.stays(), hotel.currency());
                    }
                    var stays = take(hotel, form, List.of(), 11, false);
                    var holder =
                            form.booker() == null
                                    ? "Guest"
                                    : form.booker().getOrDefault("lastName", "Guest");
                    var card =
                            form.paysByCard()
                                    ? Card.of(form, holder, stays.get(0).arrival())
                                    : null;
                    var id = rows.insert(hotel.id(), form, stays, card, clock.instant());
                    if (id == null) {
                        throw new Refusal(409, "BOOKED_AT_THE_SAME_TIME", "ref " + form.ref());
                    }
                    return Receipt.of(id, stays, hotel.currency());
                });
    }

    /** Replaces the whole booking; when refused, the old one stands. */
    Receipt change(Hotel hotel, long id, BookingForm form) {
        return act(
                hotel,
                () -> {
                    var before = standing(hotel, id);
                    var stays =
                            take(
                                    hotel,
                                    form,
                                    before.stays(),
                                    before.nextIndex(),
                                    before.acknowledged());
                    rows.replace(before, form, stays, clock.instant());
                    return Receipt.of(id, stays, hotel.currency());
                });
    }

    /** Cancelling what is cancelled changes nothing. */
    Receipt cancel(Hotel hotel, long id, @Nullable BigDecimal fee) {
        return act(
                hotel,
                () -> {
                    var before = locked(hotel, id);
                    if (!before.cancelled()) {
                        var given = new Taking(List.of(), before.stays());
                        grid.move(given.moves(replenishes));
                        var minor =
                                fee == null
                                        ? null
                                        : fee.movePointRight(hotel.decimals()).longValueExact();
                        rows.cancel(before, minor, clock.instant());
                    }
                    return new Receipt(id, BigDecimal.ZERO);
                });
    }

    /**
     * What nobody acknowledged the partner may never have heard of, so the channel itself gives
     * back what such a booking gives up.
     */
    private List<Stay> take(
            Hotel hotel, BookingForm form, List<Stay> before, int nextIndex, boolean isKnown) {
        var asked = Stays.of(hotel, form, before, nextIndex);
        var taking = new Taking(asked, before);
        var held = offer.lock(asked);
        if (!form.force()) {
            taking.check(held);
        }
        var stays = offer.price(hotel, asked, before, form.force());
        grid.move(taking.moves(replenishes || !isKnown));
        return stays;
    }

    private Booking standing(Hotel hotel, long id) {
        var before = locked(hotel, id);
        if (before.cancelled()) {
            throw new Refusal(409, "CANCELLED", "booking " + id + " is cancelled");
        }
        return before;
    }

    private Booking locked(Hotel hotel, long id) {
        return rows.lock(hotel.id(), id)
                .orElseThrow(
                        () -> new Refusal(404, "394", "booking " + id + " is none of this hotel"));
    }

    private Receipt act(Hotel hotel, java.util.function.Supplier<Receipt> what) {
        try {
            return java.util.Objects.requireNonNull(
                    transaction.execute(status -> what.get()), "receipt");
        } catch (Refusal refusal) {
            if (refusal.status() == 409) {
                rows.refused(hotel.id(), refusal.code(), clock.instant());
            }
            throw refusal;
        }
    }
}
