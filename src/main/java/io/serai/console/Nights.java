package io.serai.console;

import io.serai.channel.Channels;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nights of a hotel, with what the channels hold of them. */
@Repository
class Nights {

    private static final int ALL = 0;

    private final Channels channels;
    private final Clock clock;

    Nights(Channels channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    /** So many nights from one on. */
    Grid read(JdbcClient database, Hotel hotel, LocalDate from, int count) {
        LocalDate until = from.plusDays(count);
        Holdings holdings = Holdings.read(database, channels, hotel, from, until);
        Map<Integer, List<ProductRow>> products =
                products(database, hotel, ALL, from, until).stream()
                        .collect(
                                Collectors.groupingBy(
                                        ProductRow::id, LinkedHashMap::new, Collectors.toList()));
        List<Grid.Row> rows = new ArrayList<>();
        rooms(database, hotel, ALL, from, until).stream()
                .collect(
                        Collectors.groupingBy(
                                RoomTypeRow::id, LinkedHashMap::new, Collectors.toList()))
                .forEach(
                        (roomType, nights) -> {
                            rows.add(room(hotel, nights, holdings));
                            products.values().stream()
                                    .filter(sold -> sold.get(0).product().roomType() == roomType)
                                    .forEach(sold -> rows.add(product(hotel, sold, holdings)));
                        });
        return new Grid(from.datesUntil(until).map(Grid.Day::new).toList(), rows);
    }

    /** One night of a room type, for who changes it. */
    RoomTypeRow room(JdbcClient database, Hotel hotel, int roomType, LocalDate night) {
        return rooms(database, hotel, roomType, night, night.plusDays(1)).stream()
                .findFirst()
                .orElseThrow(() -> new NotHere("room type " + roomType));
    }

    /** One night of a product, for who changes it. */
    ProductRow product(JdbcClient database, Hotel hotel, int product, LocalDate night) {
        return products(database, hotel, product, night, night.plusDays(1)).stream()
                .findFirst()
                .orElseThrow(() -> new NotHere("product " + product));
    }

    /** One night as the grid shows it. */
    Night night(JdbcClient database, Hotel hotel, RoomTypeRow row) {
        return row.night(
                hotel,
                holdings(database, hotel, row.night())
                        .ofRoom(row.id(), row.night(), row.written()));
    }

    /** One night as the grid shows it. */
    Night night(JdbcClient database, Hotel hotel, ProductRow row) {
        return row.night(
                hotel,
                holdings(database, hotel, row.night())
                        .ofProduct(row.id(), row.night(), row.made()));
    }

    private Holdings holdings(JdbcClient database, Hotel hotel, LocalDate night) {
        return Holdings.read(database, channels, hotel, night, night.plusDays(1));
    }

    private static Grid.Row room(Hotel hotel, List<RoomTypeRow> nights, Holdings holdings) {
        RoomTypeRow any = nights.get(0);
        return new Grid.Row(
                true,
                any.name(),
                any.size() + (any.size() == 1 ? " room" : " rooms"),
                nights.stream()
                        .map(
                                row ->
                                        row.night(
                                                hotel,
                                                holdings.ofRoom(
                                                        row.id(), row.night(), row.written())))
                        .toList());
    }

    private static Grid.Row product(Hotel hotel, List<ProductRow> nights, Holdings holdings) {
        SoldPlan any = nights.get(0).product();
        String priced =
                switch (any.pricing()) {
                    case OCCUPANCY -> "by guests, shown for most";
                    case LENGTH_OF_STAY -> "by length of stay, shown for one night";
                    default -> "";
                };
        String from = any.parent() == null ? "" : "from " + any.parent();
        return new Grid.Row(
                false,
                any.name(),
                String.join(", ", Stream.of(from, priced).filter(word -> !word.isEmpty()).toList()),
                nights.stream()
                        .map(
                                row ->
                                        row.night(
                                                hotel,
                                                holdings.ofProduct(
                                                        row.id(), row.night(), row.made())))
                        .toList());
    }

    private static List<RoomTypeRow> rooms(
            JdbcClient database, Hotel hotel, int one, LocalDate from, LocalDate until) {
        return placed(database.sql(RoomTypeRow.SQL), hotel, one, from, until)
                .query((row, number) -> RoomTypeRow.of(row))
                .list();
    }

    private List<ProductRow> products(
            JdbcClient database, Hotel hotel, int one, LocalDate from, LocalDate until) {
        return SoldPlans.read(database, hotel, one, from, until, hotel.today(clock));
    }

    private static JdbcClient.StatementSpec placed(
            JdbcClient.StatementSpec statement,
            Hotel hotel,
            int one,
            LocalDate from,
            LocalDate until) {
        return statement
                .param("hotel", hotel.id())
                .param("one", one)
                .param("from", from)
                .param("until", until);
    }
}
