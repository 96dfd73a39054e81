package io.serai.api;

import io.serai.ari.Cell;
import io.serai.ari.Pricing;
import io.serai.ari.price.PricedProduct;
import io.serai.hotel.sale.SaleBook;
import io.serai.hotel.sale.SoldHotel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a hotel has to sell, night by night. */
public record AvailabilityView(
        String currency, LocalDate from, LocalDate to, int guests, List<RoomType> roomTypes) {

    /** A room type with its rooms and its plans. */
    public record RoomType(
            String roomType,
            String name,
            int maxGuests,
            List<RoomNight> nights,
            List<RatePlan> ratePlans) {}

    /**
     * Rooms of a night.
     *
     * @param closed whether nothing of the room type is sold
     */
    public record RoomNight(LocalDate night, int left, boolean closed) {}

    /** A rate plan as sold for the room type. */
    public record RatePlan(String ratePlan, String pricing, List<PlanNight> nights) {}

    /**
     * A night of a plan, as guests see it.
     *
     * @param price of this night; of a plan priced by length of stay: of a stay of this night alone
     * @param stayPrices of stays of 1, 2, 3 … nights that begin here; null: not priced so
     * @param why it is not sold; null: it is, where the stay keeps the restrictions
     */
    public record PlanNight(
            LocalDate night,
            @Nullable String price,
            @Nullable List<@Nullable String> stayPrices,
            boolean cta,
            boolean ctd,
            @Nullable Integer minThrough,
            @Nullable Integer maxThrough,
            @Nullable Integer minArrival,
            @Nullable Integer maxArrival,
            @Nullable String why) {}

    static AvailabilityView of(SaleBook book, LocalDate from, LocalDate to, int guests) {
        var nights = from.datesUntil(to.plusDays(1)).toList();
        return new AvailabilityView(
                book.hotel().currency().getCurrencyCode(),
                from,
                to,
                guests,
                book.hotel().types().values().stream()
                        .map(type -> roomType(book, type, nights, guests))
                        .toList());
    }

    private static RoomType roomType(
            SaleBook book, SoldHotel.Type type, List<LocalDate> nights, int guests) {
        return new RoomType(
                type.code(),
                type.name(),
                type.maxGuests(),
                nights.stream().map(night -> roomNight(book, type, night)).toList(),
                book.products().stream()
                        .filter(product -> product.roomType() == type.id())
                        .map(product -> ratePlan(book, product, nights, guests))
                        .toList());
    }

    private static RoomNight roomNight(SaleBook book, SoldHotel.Type type, LocalDate night) {
        var room = book.room(type.id(), night);
        return new RoomNight(night, Math.max(room.left(), 0), room.closed());
    }

    private static RatePlan ratePlan(
            SaleBook book, PricedProduct product, List<LocalDate> nights, int guests) {
        return new RatePlan(
                product.plan().code(),
                product.plan().pricing().word(),
                nights.stream().map(night -> planNight(book, product, night, guests)).toList());
    }

    private static PlanNight planNight(
            SaleBook book, PricedProduct product, LocalDate night, int guests) {
        var made = book.night(product, night);
        var prices = book.stayPrices(product, night, guests);
        var byStay = product.plan().pricing() == Pricing.LENGTH_OF_STAY;
        return new PlanNight(
                night,
                amount(book, prices[0]),
                byStay
                        ? LongStream.of(prices).mapToObj(price -> amount(book, price)).toList()
                        : null,
                made.cta(),
                made.ctd(),
                nights(made.minThrough()),
                nights(made.maxThrough()),
                nights(made.minArrival()),
                nights(made.maxArrival()),
                why(book, product, night, LongStream.of(prices).allMatch(it -> it == Cell.NONE)));
    }

    private static @Nullable String why(
            SaleBook book, PricedProduct product, LocalDate night, boolean unpriced) {
        var room = book.room(product.roomType(), night);
        var closed = book.closed(product, night);
        if (!closed.isEmpty()) {
            return closed;
        }
        if (room.closed()) {
            return "the room type is closed";
        }
        if (room.left() <= 0) {
            return "no room is left";
        }
        return unpriced ? "no price for so many guests" : null;
    }

    private static @Nullable String amount(SaleBook book, long minor) {
        return minor == Cell.NONE ? null : book.hotel().amount(minor).toPlainString();
    }

    private static @Nullable Integer nights(int nights) {
        return nights == 0 ? null : nights;
    }
}
