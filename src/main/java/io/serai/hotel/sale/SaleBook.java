package io.serai.hotel.sale;

import io.serai.ari.Cell;
import io.serai.ari.RateNight;
import io.serai.ari.RoomNight;
import io.serai.ari.Steps;
import io.serai.ari.price.Closing;
import io.serai.ari.price.PricedProduct;
import io.serai.delivery.price.WrittenNights;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a hotel has to sell on some nights, as of one moment: rooms as {@link RoomNight} reckons
 * them, prices and restrictions as guests see them.
 */
public final class SaleBook {

    private final SaleTerms terms;
    private final WrittenNights written;
    private final RoomNights rooms;

    private SaleBook(SaleTerms terms, WrittenNights written, RoomNights rooms) {
        this.terms = terms;
        this.written = written;
        this.rooms = rooms;
    }

    /**
     * Reads a hotel.
     *
     * @param session what sees it
     * @param from the first night
     * @param until the day after the last night
     */
    public static SaleBook read(JdbcClient session, int hotel, LocalDate from, LocalDate until) {
        var terms = SaleTerms.read(session, hotel);
        return read(session, terms, terms.prices().products().values(), from, until);
    }

    /**
     * Reads what is written of the nights of some products, under terms that were read before.
     *
     * @param products others of the hotel show no night
     */
    public static SaleBook read(
            JdbcClient session,
            SaleTerms terms,
            Collection<PricedProduct> products,
            LocalDate from,
            LocalDate until) {
        return new SaleBook(
                terms,
                WrittenNights.read(session, products, from, until.plusDays(1)),
                RoomNights.read(session, terms.hotel().id(), from, until));
    }

    /** The hotel itself. */
    public SoldHotel hotel() {
        return terms.hotel();
    }

    /** All that is sold, in the order of room types and plans. */
    public List<PricedProduct> products() {
        return terms.prices().products().values().stream()
                .sorted(
                        (a, b) ->
                                a.roomType() == b.roomType()
                                        ? a.plan().code().compareTo(b.plan().code())
                                        : Integer.compare(a.roomType(), b.roomType()))
                .toList();
    }

    /** The plan of this code as sold for the room type of this code. */
    public Optional<PricedProduct> product(String roomType, String ratePlan) {
        return terms.product(roomType, ratePlan);
    }

    /** A night of a room type. */
    public RoomNight room(int roomType, LocalDate night) {
        return rooms.at(roomType, night);
    }

    /** A night of a product as guests see it. */
    public RateNight night(PricedProduct product, LocalDate night) {
        return terms.prices().night(product, night, written, Steps.NOBODY);
    }

    /** Why a product is not sold on a night, in words; empty where it is. */
    public String closed(PricedProduct product, LocalDate night) {
        var made = night(product, night);
        return made.closed()
                ? Closing.of(product, written.line(product, night), (int) night.toEpochDay(), made)
                        .stream()
                        .map(closing -> closing.plan() + ": " + closing.reason().word())
                        .collect(Collectors.joining(", "))
                : "";
    }

    /**
     * The prices of stays that begin on a night, of one night and longer; {@link Cell#NONE} where
     * there is none. One for a plan that is not priced by length of stay.
     */
    public long[] stayPrices(PricedProduct product, LocalDate night, int guests) {
        return LongStream.rangeClosed(1, product.plan().longestStay())
                .map(length -> stay(product, night, guests, (int) length))
                .toArray();
    }

    private long stay(PricedProduct product, LocalDate night, int guests, int length) {
        var nights = Collections.nCopies(length, night(product, night));
        var prices = StayPrices.of(product.plan(), nights, guests);
        return prices[0] == Cell.NONE ? Cell.NONE : LongStream.of(prices).sum();
    }

    /**
     * What a stay costs in each room type and plan, and what stands against it.
     *
     * @param rooms how many such rooms are wanted together
     */
    public List<Offer> offers(LocalDate arrival, LocalDate departure, int guests, int rooms) {
        return products().stream()
                .map(
                        product ->
                                offer(
                                        new Stay(product.id(), arrival, departure, guests),
                                        Kept.NOTHING,
                                        wanted(product.roomType(), arrival, departure, rooms),
                                        RoomCount.NONE))
                .toList();
    }

    private static RoomCount wanted(int type, LocalDate arrival, LocalDate departure, int rooms) {
        return RoomCount.of(
                arrival.datesUntil(departure)
                        .flatMap(
                                night ->
                                        Collections.nCopies(rooms, new RoomCount.Night(type, night))
                                                .stream())
                        .toList());
    }

    /**
     * The price of a stay, and all that stands against it.
     *
     * @param kept what its room has already
     * @param wanted rooms that are to be taken together, those of this stay among them
     * @param given rooms that are given back for them
     */
    public Offer offer(Stay stay, Kept kept, RoomCount wanted, RoomCount given) {
        var product =
                Objects.requireNonNull(terms.prices().products().get(stay.product()), "product");
        return new Offering(this, product, stay, kept, wanted, given).offer();
    }
}
