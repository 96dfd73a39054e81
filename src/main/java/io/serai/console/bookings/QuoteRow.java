package io.serai.console.bookings;

import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.hotel.Money;
import io.serai.hotel.sale.Offer;
import io.serai.hotel.sale.SoldHotel;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * What a stay costs in a room type and plan.
 *
 * @param sold both codes, as the form names them
 * @param name of the room type
 * @param plan its name
 * @param codes of both, as the hotel writes them
 * @param left rooms that are left on each night
 * @param total of all rooms; empty where a night has no price
 * @param quoted the same as a number
 * @param nights the price of each night
 * @param why it cannot be booked; empty: it can
 */
record QuoteRow(
        String sold,
        String name,
        String plan,
        String codes,
        int left,
        String total,
        String quoted,
        String nights,
        String why) {

    static QuoteRow of(Offer offer, SoldHotel sold, HotelNames names, Hotel hotel, int rooms) {
        Long minor = offer.total();
        BigDecimal total =
                minor == null ? null : sold.amount(minor).multiply(BigDecimal.valueOf(rooms));
        return new QuoteRow(
                offer.roomType() + HotelNames.BETWEEN + offer.ratePlan(),
                names.roomType(offer.roomType()),
                names.ratePlan(offer.ratePlan()),
                offer.roomType() + " · " + offer.ratePlan(),
                Math.max(offer.left(), 0),
                total == null ? "" : Money.of(total, hotel.currency()),
                total == null ? "" : total.toPlainString(),
                offer.nights().stream()
                        .map(
                                night ->
                                        night.price() == null
                                                ? "–"
                                                : Money.brief(night.price(), hotel.currency()))
                        .collect(Collectors.joining(" + ")),
                new UnsoldWords(names).of(offer));
    }

    public boolean isBookable() {
        return why.isEmpty();
    }
}
