package io.serai.console.inventory;

import io.serai.ari.RoomNight;
import io.serai.console.Hotel;
import io.serai.console.grid.Choices;
import io.serai.console.grid.GridReader;
import io.serai.console.grid.GridWish;
import io.serai.console.grid.Group;
import io.serai.console.grid.Holdings;
import io.serai.console.grid.Night;
import io.serai.console.grid.Nights;
import io.serai.console.grid.RoomTypeRow;
import io.serai.console.grid.Row;
import io.serai.hotel.night.NightTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the grid of rooms: of folded room types nothing but the name. */
@Component
class InventoryReader implements GridReader {

    private final Nights nights;
    private final Clock clock;

    InventoryReader(Nights nights, Clock clock) {
        this.nights = nights;
        this.clock = clock;
    }

    @Override
    public String area() {
        return "inventory";
    }

    @Override
    public NightTable table() {
        return NightTable.ROOMS;
    }

    @Override
    public List<Group> read(
            JdbcClient database,
            Hotel hotel,
            GridWish wish,
            Collection<Choices.Type> types,
            Collection<Integer> open) {
        Map<Integer, List<RoomTypeRow>> rooms =
                nights.rooms(database, hotel, open, wish.from(), wish.until());
        Holdings held =
                nights.holdings(database, hotel, open, wish.from(), wish.until(), wish.at());
        return types.stream()
                .map(
                        type ->
                                open.contains(type.id())
                                        ? group(hotel, type, rooms.get(type.id()), held)
                                        : Group.folded(type, size(type)))
                .toList();
    }

    private Group group(Hotel hotel, Choices.Type type, List<RoomTypeRow> line, Holdings held) {
        return new Group(
                type.id(),
                type.name(),
                size(type),
                true,
                List.of(
                        Row.of(
                                "Left",
                                "of those offered",
                                null,
                                line.stream().map(row -> night(hotel, row, held)).toList()),
                        numbers("Offered", line, RoomNight::offered),
                        numbers("Sold", line, RoomNight::sold),
                        numbers("Held back", line, RoomNight::heldBack),
                        numbers("Out of order", line, RoomNight::outOfOrder)));
    }

    private Night night(Hotel hotel, RoomTypeRow row, Holdings held) {
        LocalDate today = hotel.today(clock);
        Night night = row.night(hotel, held.ofRoom(row.id(), row.night(), row.written()));
        return row.night().isBefore(today) || !row.night().isBefore(today.plusDays(hotel.horizon()))
                ? night.lookedAt()
                : night;
    }

    private static Row numbers(
            String name, List<RoomTypeRow> line, ToIntFunction<RoomNight> number) {
        return Row.numbers(
                name,
                line.stream()
                        .map(row -> number.applyAsInt(row.written()))
                        .map(rooms -> rooms == 0 ? "·" : Integer.toString(rooms))
                        .toList());
    }

    private static String size(Choices.Type type) {
        return type.size() + (type.size() == 1 ? " room" : " rooms");
    }
}
