package io.serai.reservation.direct;

import io.serai.hotel.sale.Kept;
import io.serai.hotel.sale.RoomCount;
import io.serai.hotel.sale.SaleBook;
import io.serai.hotel.sale.Stay;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetail.Night;
import io.serai.reservation.detail.BookingDetail.Room;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a booking has before it is changed.
 *
 * @param booking null: it is a new one
 */
record Before(SaleBook book, @Nullable BookingDetail booking) {

    /** The rooms that it gives back. */
    RoomCount rooms() {
        return RoomCount.of(all().flatMap(Before::counted).toList());
    }

    /** What its room of this index has; nothing where it has none. */
    Kept room(String index) {
        return all().filter(room -> room.index().equals(index))
                .findFirst()
                .map(this::kept)
                .orElse(Kept.NOTHING);
    }

    private Stream<Room> all() {
        return booking == null ? Stream.empty() : booking.rooms().stream();
    }

    private static Stream<RoomCount.Night> counted(Room room) {
        var type = Integer.parseInt(room.remoteRoom());
        return room.nights().stream()
                .filter(Night::counted)
                .map(night -> new RoomCount.Night(type, night.night()));
    }

    private Kept kept(Room room) {
        var plan = room.nights().get(0).ratePlan();
        return room.roomType() == null || plan == null
                ? Kept.NOTHING
                : book.product(room.roomType(), plan)
                        .map(
                                product ->
                                        new Kept(
                                                new Stay(
                                                        product.id(),
                                                        room.arrival(),
                                                        room.departure(),
                                                        room.adults() + room.children()),
                                                prices(room)))
                        .orElse(Kept.NOTHING);
    }

    /** None where the hotel has another currency by now. */
    private Map<LocalDate, Long> prices(Room room) {
        var prices = new HashMap<LocalDate, Long>();
        var currency = booking == null ? null : booking.currency();
        if (book.hotel().currency().getCurrencyCode().equals(currency)) {
            for (var night : room.nights()) {
                var price = night.price();
                if (price != null) {
                    prices.put(night.night(), book.hotel().minor(price.value()));
                }
            }
        }
        return prices;
    }
}
