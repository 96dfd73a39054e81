package io.serai.reservation.direct;

import io.serai.ari.price.PricedProduct;
import io.serai.hotel.sale.Offer;
import io.serai.hotel.sale.RoomCount;
import io.serai.hotel.sale.SaleBook;
import io.serai.hotel.sale.SaleTerms;
import io.serai.hotel.sale.Stay;
import io.serai.hotel.sale.Unsold;
import io.serai.hotel.sale.Unsold.Reason;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.direct.BookingRefused.Why;
import io.serai.reservation.direct.BookingWish.RoomWish;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds whether all rooms of a wish can be sold together, and for how much. */
final class Sale {

    private static final String LOCK =
            """
            select from room_nights where room_type_id = any (:types) and night >= :from and night < :until
             order by room_type_id, night for update
            """;

    private final SaleBook book;
    private final BookingWish wish;
    private final List<PricedProduct> products;
    private final Before before;

    private Sale(SaleBook book, BookingWish wish, List<PricedProduct> products, Before before) {
        this.book = book;
        this.wish = wish;
        this.products = products;
        this.before = before;
    }

    /** A room that is sold, and for how much each night. */
    record Sold(RoomWish wish, PricedProduct product, Offer offer) {}

    /**
     * Under the hotel's lock. The nights are locked before they are read, in the order in which all
     * lock them: nobody closes them or takes rooms away until the transaction ends.
     *
     * @param terms as they were just before: rules and plans are changed by nobody who sells
     * @param before the booking that is changed; null: a new one
     * @throws BookingRefused naming all that stands against it
     */
    static List<Sold> of(
            JdbcClient session, SaleTerms terms, BookingWish wish, @Nullable BookingDetail before) {
        lock(session, products(terms, wish), wish);
        var sold = look(session, terms, wish, before);
        var offers = sold.stream().map(Sold::offer).toList();
        if (!offers.stream().allMatch(Offer::isBookable)) {
            throw BookingRefused.of(Why.NOT_SOLD, words(offers), offers);
        }
        return sold;
    }

    /** What each room would cost and what stands against it, as of now; nothing is locked. */
    static List<Sold> look(
            JdbcClient session, SaleTerms terms, BookingWish wish, @Nullable BookingDetail before) {
        var products = products(terms, wish);
        var book = SaleBook.read(session, terms, products, wish.arrival(), wish.departure());
        return new Sale(book, wish, products, new Before(book, before)).sold();
    }

    private static List<PricedProduct> products(SaleTerms terms, BookingWish wish) {
        return wish.rooms().stream().map(room -> product(terms, room)).toList();
    }

    private static void lock(JdbcClient session, List<PricedProduct> products, BookingWish wish) {
        session.sql(LOCK)
                .param(
                        "types",
                        products.stream()
                                .map(PricedProduct::roomType)
                                .distinct()
                                .toArray(Integer[]::new))
                .param("from", wish.arrival())
                .param("until", wish.departure())
                .query(row -> {});
    }

    private List<Sold> sold() {
        var wanted =
                RoomCount.of(
                        products.stream()
                                .flatMap(
                                        product ->
                                                wish.arrival()
                                                        .datesUntil(wish.departure())
                                                        .map(
                                                                night ->
                                                                        new RoomCount.Night(
                                                                                product.roomType(),
                                                                                night)))
                                .toList());
        var given = before.rooms();
        var sold = new ArrayList<Sold>();
        for (int i = 0; i < products.size(); i++) {
            var room = wish.rooms().get(i);
            var product = products.get(i);
            var stay =
                    new Stay(
                            product.id(),
                            wish.arrival(),
                            wish.departure(),
                            room.adults() + room.children());
            var offer = book.offer(stay, before.room(room.index()), wanted, given);
            sold.add(new Sold(room, product, priced(room, offer)));
        }
        return sold;
    }

    private static PricedProduct product(SaleTerms terms, RoomWish room) {
        return terms.product(room.roomType(), room.ratePlan())
                .orElseThrow(
                        () ->
                                BookingRefused.of(
                                        Why.CANNOT_BE,
                                        "rooms: '%s' as '%s' (expected: a rate plan that is sold for the room type)"
                                                .formatted(room.roomType(), room.ratePlan())));
    }

    /** With the prices that the wish gives, where it gives them. */
    private Offer priced(RoomWish room, Offer offer) {
        var prices = room.prices();
        if (prices == null) {
            return offer;
        }
        if (prices.size() != offer.nights().size()) {
            throw BookingRefused.of(
                    Why.CANNOT_BE,
                    "prices: %d (expected: %d, one for each night)"
                            .formatted(prices.size(), offer.nights().size()));
        }
        var nights = new ArrayList<Offer.Night>();
        for (int i = 0; i < prices.size(); i++) {
            var night = offer.nights().get(i);
            nights.add(new Offer.Night(night.night(), minor(prices.get(i).value()), night.left()));
        }
        return new Offer(
                offer.stay(),
                offer.roomType(),
                offer.ratePlan(),
                offer.left(),
                nights,
                offer.why().stream().filter(why -> why.reason() != Reason.UNPRICED).toList());
    }

    private long minor(BigDecimal amount) {
        try {
            return book.hotel().minor(amount);
        } catch (ArithmeticException tooFine) {
            throw BookingRefused.of(
                    Why.CANNOT_BE,
                    "prices: '%s' (expected: an amount in %s)"
                            .formatted(amount.toPlainString(), book.hotel().currency()));
        }
    }

    private static String words(List<Offer> offers) {
        return offers.stream()
                .flatMap(offer -> offer.why().stream().map(why -> said(offer, why)))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .limit(10)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private static String said(Offer offer, Unsold why) {
        return Stream.of(
                        offer.roomType() + " as " + offer.ratePlan(),
                        Objects.toString(why.night(), ""),
                        why.words())
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
