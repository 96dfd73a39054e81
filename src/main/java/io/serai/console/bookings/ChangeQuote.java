package io.serai.console.bookings;

import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.hotel.Money;
import io.serai.hotel.sale.Offer;
import io.serai.reservation.direct.Quoted;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a change of a booking would cost, as the form shows it before it is sent.
 *
 * @param total what it would cost; empty where a night has no price
 * @param quoted the same as a number
 * @param difference beside what it costs now; empty where either is not known
 * @param rooms each with its nights
 * @param bookable whether it can be changed so
 */
record ChangeQuote(
        String total, String quoted, String difference, List<Room> rooms, boolean bookable) {

    /**
     * A room as it would be.
     *
     * @param left rooms left on the fullest of its nights, its own counted
     * @param why it cannot be; empty: it can
     */
    record Room(String name, int left, String nights, String total, String why) {}

    static ChangeQuote of(Quoted quoted, HotelNames names, Hotel hotel) {
        UnsoldWords words = new UnsoldWords(names);
        BigDecimal total = quoted.total() == null ? null : quoted.total().value();
        return new ChangeQuote(
                total == null ? "" : Money.of(total, hotel.currency()),
                total == null ? "" : total.toPlainString(),
                total == null ? "" : difference(quoted, total, hotel),
                quoted.offers().stream().map(offer -> room(offer, words, hotel)).toList(),
                quoted.isBookable());
    }

    private static Room room(Offer offer, UnsoldWords words, Hotel hotel) {
        Long total = offer.total();
        return new Room(
                words.name(offer),
                Math.max(offer.left(), 0),
                offer.nights().stream()
                        .map(
                                night ->
                                        night.price() == null
                                                ? "–"
                                                : Money.brief(night.price(), hotel.currency()))
                        .collect(Collectors.joining(" + ")),
                total == null ? "" : hotel.money(total),
                words.of(offer));
    }

    private static String difference(Quoted quoted, BigDecimal total, Hotel hotel) {
        var now = quoted.before().total();
        if (now == null || !hotel.currency().equals(quoted.before().currency())) {
            return "";
        }
        BigDecimal more = total.subtract(now.value());
        return switch (more.signum()) {
            case 0 -> "as it costs now";
            case 1 -> Money.of(more, hotel.currency()) + " more than now";
            default -> Money.of(more.negate(), hotel.currency()) + " less than now";
        };
    }
}
