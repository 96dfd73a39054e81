package io.serai.console.rates;

import io.serai.console.Hotel;
import io.serai.console.grid.Choices;
import io.serai.console.grid.GridReader;
import io.serai.console.grid.GridWish;
import io.serai.console.grid.Group;
import io.serai.console.grid.Holdings;
import io.serai.console.grid.Night;
import io.serai.console.grid.Nights;
import io.serai.console.grid.ProductRow;
import io.serai.console.grid.RoomTypeRow;
import io.serai.console.grid.Row;
import io.serai.console.grid.SoldPlan;
import io.serai.hotel.night.NightTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the grid of rates: of folded room types nothing but the name. */
@Component
class RatesReader implements GridReader {

    private final Nights nights;
    private final Clock clock;

    RatesReader(Nights nights, Clock clock) {
        this.nights = nights;
        this.clock = clock;
    }

    @Override
    public String area() {
        return "rates";
    }

    @Override
    public NightTable table() {
        return NightTable.RATES;
    }

    @Override
    public List<Group> read(
            JdbcClient database,
            Hotel hotel,
            GridWish wish,
            Collection<Choices.Type> types,
            Collection<Integer> open) {
        LocalDate from = wish.from();
        LocalDate until = wish.until();
        Map<Integer, List<ProductRow>> sold = nights.products(database, hotel, open, from, until);
        Map<Integer, List<RoomTypeRow>> rooms = nights.rooms(database, hotel, open, from, until);
        Holdings held = nights.holdings(database, hotel, open, from, until, wish.at());
        return types.stream()
                .map(
                        type ->
                                open.contains(type.id())
                                        ? group(hotel, wish, type, rooms, sold, held)
                                        : Group.folded(type, plans(type.plans())))
                .toList();
    }

    private Group group(
            Hotel hotel,
            GridWish wish,
            Choices.Type type,
            Map<Integer, List<RoomTypeRow>> rooms,
            Map<Integer, List<ProductRow>> sold,
            Holdings held) {
        List<Row> rows = new ArrayList<>();
        rows.add(
                Row.numbers(
                        "Rooms left",
                        rooms.getOrDefault(type.id(), List.of()).stream()
                                .map(
                                        night ->
                                                night.written().closed()
                                                        ? "closed"
                                                        : Integer.toString(night.written().left()))
                                .toList()));
        sold.values().stream()
                .filter(line -> line.get(0).product().roomType() == type.id())
                .filter(line -> wish.plan() == 0 || line.get(0).product().plan() == wish.plan())
                .forEach(line -> rows.add(row(hotel, line, held)));
        return new Group(type.id(), type.name(), plans(type.plans()), true, rows);
    }

    private Row row(Hotel hotel, List<ProductRow> line, Holdings held) {
        LocalDate today = hotel.today(clock);
        LocalDate beyond = today.plusDays(hotel.horizon());
        SoldPlan product = line.get(0).product();
        List<Night> cells =
                line.stream()
                        .map(
                                row -> {
                                    Night night =
                                            row.night(
                                                    hotel,
                                                    held.ofProduct(
                                                            row.id(), row.night(), row.made()));
                                    return row.night().isBefore(today)
                                                    || !row.night().isBefore(beyond)
                                            ? night.lookedAt()
                                            : night;
                                })
                        .toList();
        return Row.of(
                product.name(),
                about(product),
                "/hotels/" + hotel.id() + "/rates/plans/" + product.plan(),
                cells);
    }

    private static String about(SoldPlan product) {
        String from =
                product.parent() == null ? "" : "made from " + product.parent() + ", follows it";
        String priced =
                switch (product.pricing()) {
                    case OCCUPANCY -> "by guests, shown for most";
                    case LENGTH_OF_STAY ->
                            "by length of stay, shown for one night; not changed here";
                    case PER_PERSON -> "for each guest";
                    default -> "";
                };
        return String.join(", ", Stream.of(from, priced).filter(word -> !word.isEmpty()).toList());
    }

    private static String plans(int count) {
        return count + (count == 1 ? " plan" : " plans");
    }
}
