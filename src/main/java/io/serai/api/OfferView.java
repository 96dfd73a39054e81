package io.serai.api;

import io.serai.hotel.sale.Offer;
import io.serai.hotel.sale.SoldHotel;
import io.serai.hotel.sale.Unsold;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stay with its price, and why it cannot be booked where it cannot.
 *
 * @param left the fewest rooms left on any of its nights
 * @param total of all nights of one room; null where one has no price
 */
public record OfferView(
        String roomType,
        String ratePlan,
        LocalDate arrival,
        LocalDate departure,
        int guests,
        boolean bookable,
        int left,
        String currency,
        @Nullable String total,
        List<Night> nights,
        List<Reason> reasons) {

    /** A night of it; null where it has no price. */
    public record Night(LocalDate night, @Nullable String price, int left) {}

    /** What stands against it, by the words of {@link Unsold.Reason}; without a night: the stay. */
    public record Reason(String reason, @Nullable LocalDate night, String words) {}

    static OfferView of(Offer offer, SoldHotel hotel) {
        return new OfferView(
                offer.roomType(),
                offer.ratePlan(),
                offer.stay().arrival(),
                offer.stay().departure(),
                offer.stay().guests(),
                offer.isBookable(),
                Math.max(offer.left(), 0),
                hotel.currency().getCurrencyCode(),
                amount(hotel, offer.total()),
                offer.nights().stream()
                        .map(
                                night ->
                                        new Night(
                                                night.night(),
                                                amount(hotel, night.price()),
                                                Math.max(night.left(), 0)))
                        .toList(),
                offer.why().stream()
                        .map(why -> new Reason(why.reason().word(), why.night(), why.words()))
                        .toList());
    }

    private static @Nullable String amount(SoldHotel hotel, @Nullable Long minor) {
        return minor == null ? null : hotel.amount(minor).toPlainString();
    }
}
