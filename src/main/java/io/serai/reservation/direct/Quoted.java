package io.serai.reservation.direct;

import io.serai.channel.Amount;
import io.serai.hotel.sale.Offer;
import io.serai.reservation.detail.BookingDetail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a booking would cost, and what stands against it.
 *
 * @param before the booking as it stands
 * @param offers a room each, in order; rooms left count those that the booking gives back
 * @param total of all rooms and services; null: a night has no price
 */
public record Quoted(BookingDetail before, List<Offer> offers, @Nullable Amount total) {

    public Quoted {
        offers = List.copyOf(offers);
    }

    /** Whether the booking can be changed so. */
    public boolean isBookable() {
        return offers.stream().allMatch(Offer::isBookable);
    }
}
