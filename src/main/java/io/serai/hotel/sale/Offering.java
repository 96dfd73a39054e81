package io.serai.hotel.sale;

import io.serai.ari.Cell;
import io.serai.ari.RoomNight;
import io.serai.ari.price.PricedProduct;
import io.serai.hotel.sale.Unsold.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the price of a stay and all that stands against it. */
final class Offering {

    private final SaleBook book;
    private final PricedProduct product;
    private final SoldHotel.Type type;
    private final Stay stay;
    private final Kept kept;
    private final RoomCount wanted;
    private final RoomCount given;
    private final List<Unsold> why = new ArrayList<>();

    Offering(
            SaleBook book,
            PricedProduct product,
            Stay stay,
            Kept kept,
            RoomCount wanted,
            RoomCount given) {
        this.book = book;
        this.product = product;
        this.type = book.hotel().type(product.roomType());
        this.stay = stay;
        this.kept = kept;
        this.wanted = wanted;
        this.given = given;
    }

    Offer offer() {
        guests();
        dates();
        var rates =
                new ArrayList<>(stay.nights().stream().map(it -> book.night(product, it)).toList());
        var prices = StayPrices.of(product.plan(), rates, stay.guests());
        var nights = new ArrayList<Offer.Night>();
        for (int i = 0; i < prices.length; i++) {
            nights.add(night(stay.arrival().plusDays(i), prices[i]));
        }
        rates.add(book.night(product, stay.departure()));
        why.addAll(StayRules.against(stay, kept, rates));
        return new Offer(
                stay,
                type.code(),
                product.plan().code(),
                nights.stream().mapToInt(Offer.Night::left).min().orElse(0),
                List.copyOf(nights),
                List.copyOf(why));
    }

    private void guests() {
        if (stay.guests() > type.maxGuests()) {
            add(
                    Reason.GUESTS,
                    null,
                    "guests: %d (expected: %d at most)".formatted(stay.guests(), type.maxGuests()));
        }
    }

    private void dates() {
        var today = book.hotel().today();
        var end = book.hotel().last().plusDays(1);
        if (stay.arrival().isBefore(today) && !kept.arrivesAs(stay)) {
            add(
                    Reason.PAST,
                    stay.arrival(),
                    "arrival: %s (expected: %s or later)".formatted(stay.arrival(), today));
        }
        if (stay.departure().isAfter(end)) {
            add(
                    Reason.BEYOND_HORIZON,
                    stay.departure(),
                    "departure: %s (expected: %s or earlier)".formatted(stay.departure(), end));
        }
    }

    private Offer.Night night(LocalDate night, long anew) {
        var price = kept.price(stay, night, product.plan(), anew);
        var room = book.room(type.id(), night);
        rooms(night, room);
        var closed = kept.has(stay, night) ? "" : book.closed(product, night);
        if (room.closed() && !kept.has(stay, night)) {
            add(Reason.STOP_SELL, night, "the room type is closed");
        }
        if (!closed.isEmpty()) {
            add(Reason.CLOSED, night, closed);
        } else if (price == Cell.NONE) {
            add(
                    Reason.UNPRICED,
                    night,
                    "price: none for %d guests and %d nights (expected: one)"
                            .formatted(stay.guests(), stay.length()));
        }
        return new Offer.Night(
                night, price == Cell.NONE ? null : price, room.left() + given.at(type.id(), night));
    }

    /** A booking keeps as many rooms as it has, also where more are sold than there are. */
    private void rooms(LocalDate night, RoomNight room) {
        var back = given.at(type.id(), night);
        var left = Math.max(room.left() + back, back);
        var needed = wanted.at(type.id(), night);
        if (needed > left) {
            add(
                    Reason.NO_ROOM,
                    night,
                    "rooms left: %d (expected: %d)".formatted(Math.max(left, 0), needed));
        }
    }

    private void add(Reason reason, @Nullable LocalDate night, String words) {
        why.add(new Unsold(reason, night, words));
    }
}
