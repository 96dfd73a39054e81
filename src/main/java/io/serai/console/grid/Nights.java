package io.serai.console.grid;

import io.serai.channel.Channels;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nights of a hotel, with what the channels hold of them. */
@Repository
public class Nights {

    private final Channels channels;
    private final Clock clock;

    Nights(Channels channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    /** Nights of room types, by room type. */
    public Map<Integer, List<RoomTypeRow>> rooms(
            JdbcClient database,
            Hotel hotel,
            Collection<Integer> types,
            LocalDate from,
            LocalDate until) {
        return database
                .sql(RoomTypeRow.SQL)
                .param("hotel", hotel.id())
                .param("ids", types.toArray(Integer[]::new))
                .param("from", from)
                .param("until", until)
                .query((row, number) -> RoomTypeRow.of(row))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                RoomTypeRow::id, LinkedHashMap::new, Collectors.toList()));
    }

    /** Nights of all that is sold of room types, by product. */
    public Map<Integer, List<ProductRow>> products(
            JdbcClient database,
            Hotel hotel,
            Collection<Integer> types,
            LocalDate from,
            LocalDate until) {
        return SoldPlans.read(database, hotel, List.of(), types, from, until, hotel.today(clock))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                ProductRow::id, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * What channels hold of room types and of all that is sold of them.
     *
     * @param connection the one that is meant; 0: all
     */
    public Holdings holdings(
            JdbcClient database,
            Hotel hotel,
            Collection<Integer> types,
            LocalDate from,
            LocalDate until,
            int connection) {
        return Holdings.read(database, channels, hotel, types, from, until, connection);
    }

    /** One night of a room type, for who changes it. */
    RoomTypeRow room(JdbcClient database, Hotel hotel, int roomType, LocalDate night) {
        return rooms(database, hotel, List.of(roomType), night, night.plusDays(1))
                .getOrDefault(roomType, List.of())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotHere("room type " + roomType));
    }

    /** One night of a product, for who changes it. */
    ProductRow product(JdbcClient database, Hotel hotel, int product, LocalDate night) {
        return SoldPlans.read(
                        database,
                        hotel,
                        List.of(product),
                        List.of(),
                        night,
                        night.plusDays(1),
                        hotel.today(clock))
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotHere("product " + product));
    }

    /** One night as the grid shows it. */
    Night night(JdbcClient database, Hotel hotel, RoomTypeRow row) {
        return row.night(
                hotel,
                holdings(database, hotel, row.id(), row.night())
                        .ofRoom(row.id(), row.night(), row.written()));
    }

    /** One night as the grid shows it. */
    Night night(JdbcClient database, Hotel hotel, ProductRow row) {
        return row.night(
                hotel,
                holdings(database, hotel, row.product().roomType(), row.night())
                        .ofProduct(row.id(), row.night(), row.made()));
    }

    private Holdings holdings(JdbcClient database, Hotel hotel, int type, LocalDate night) {
        return holdings(database, hotel, List.of(type), night, night.plusDays(1), 0);
    }
}
