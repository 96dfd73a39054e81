package io.serai.console.bookings;

import io.serai.console.Hotel;
import io.serai.hotel.sale.Offer;
import io.serai.hotel.sale.SoldHotel;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * What a stay costs in a room type and plan.
 *
 * @param sold both codes, as the form names them
 * @param name of the room type
 * @param plan its code
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
        int left,
        String total,
        String quoted,
        String nights,
        String why) {

    static QuoteRow of(Offer offer, SoldHotel sold, Hotel hotel, int rooms) {
        Long minor = offer.total();
        BigDecimal total =
                minor == null ? null : sold.amount(minor).multiply(BigDecimal.valueOf(rooms));
        return new QuoteRow(
                offer.roomType() + "~" + offer.ratePlan(),
                sold.types().values().stream()
                        .filter(type -> type.code().equals(offer.roomType()))
                        .map(SoldHotel.Type::name)
                        .findFirst()
                        .orElse(offer.roomType()),
                offer.ratePlan(),
                Math.max(offer.left(), 0),
                total == null ? "" : total.toPlainString() + " " + hotel.currency(),
                total == null ? "" : total.toPlainString(),
                offer.nights().stream()
                        .map(night -> night.price() == null ? "–" : hotel.brief(night.price()))
                        .collect(Collectors.joining(" + ")),
                offer.why().stream()
                        .map(
                                why ->
                                        why.night() == null
                                                ? why.words()
                                                : why.night() + ": " + why.words())
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining("; ")));
    }

    public boolean isBookable() {
        return why.isEmpty();
    }
}
