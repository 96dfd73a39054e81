package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.console.Unusable;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightUpdate;
import io.serai.hotel.night.NightValue;
import io.serai.hotel.night.NightsReader;
import io.serai.hotel.night.NightsStale;
import io.serai.hotel.night.NightsWriter;
import io.serai.hotel.night.Sold;
import io.serai.hotel.night.SoldRows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Rooms of a single night that people set, unless somebody else did meanwhile. */
@Component
class OneRoomNight {

    private static final List<Number> NUMBERS =
            List.of(
                    new Number("offered", "Rooms offered", "offered"),
                    new Number("heldBack", "Held back", "held back"),
                    new Number("outOfOrder", "Out of order", "out of order"));

    private final SoldRows sold;
    private final NightsReader reader;
    private final NightsWriter writer;

    OneRoomNight(SoldRows sold, NightsReader reader, NightsWriter writer) {
        this.sold = sold;
        this.reader = reader;
        this.writer = writer;
    }

    private record Number(String field, String label, String done) {

        NightField of() {
            return NightTable.ROOMS.named(field);
        }
    }

    /** The form, with the numbers as they are. */
    Change ask(JdbcClient database, Hotel hotel, RoomTypeRow row) {
        NightContent now = now(database, nights(database, hotel), row.id(), row.night());
        return new Change(
                Night.path(hotel, NightKind.ROOMS, row.id(), row.night()),
                row.name() + ", " + Times.date(row.night()),
                NUMBERS.stream()
                        .map(
                                each ->
                                        new Change.Input(
                                                each.field(),
                                                each.label(),
                                                Integer.toString(number(now, each.of()))))
                        .toList(),
                row.night(hotel, List.of()).words(),
                "",
                row.written().closed(),
                now.version(),
                "");
    }

    /**
     * Writes what was entered.
     *
     * @throws Unusable when it cannot be meant, or the night is another by now
     */
    void take(
            JdbcClient database,
            Hotel hotel,
            RoomTypeRow row,
            MultiValueMap<String, String> values) {
        HotelNights nights = nights(database, hotel);
        NightContent now = now(database, nights, row.id(), row.night());
        Map<NightField, NightValue> set = new LinkedHashMap<>();
        for (Number each : NUMBERS) {
            String entered = values.getFirst(each.field());
            if (entered != null) {
                int rooms = Entered.rooms(entered, row.size(), each.done());
                set.put(each.of(), new NightValue.Count(rooms));
            }
        }
        int closed = values.containsKey(NightChanges.CLOSED) ? 1 : 0;
        set.put(NightTable.ROOMS.named("closed"), new NightValue.Count(closed));
        String seen = Objects.requireNonNullElse(values.getFirst("seen"), now.version());
        try {
            writer.write(
                    database, nights, List.of(NightUpdate.one(now.sold(), row.night(), set, seen)));
        } catch (NightsStale stale) {
            throw Unusable.overtaken(
                    "Somebody else wrote meanwhile: "
                            + words(stale.newer().get(0))
                            + ". Save again to write yours.");
        }
    }

    private HotelNights nights(JdbcClient database, Hotel hotel) {
        return sold.of(database, hotel.id(), NightTable.ROOMS);
    }

    private NightContent now(JdbcClient database, HotelNights nights, int type, LocalDate night) {
        Sold what = Objects.requireNonNull(nights.byId().get(type));
        return reader.one(nights, type, night)
                .orElseGet(() -> reader.unwritten(nights, what, night));
    }

    private static String words(NightContent night) {
        StringBuilder words = new StringBuilder();
        for (Number each : NUMBERS) {
            int rooms = number(night, each.of());
            if (rooms > 0 || each.field().equals("offered")) {
                words.append(rooms).append(' ').append(each.done()).append(", ");
            }
        }
        boolean closed = number(night, NightTable.ROOMS.named("closed")) == 1;
        return words.append(closed ? "closed" : "open").toString();
    }

    private static int number(NightContent night, NightField field) {
        return night.values().get(field) instanceof NightValue.Count count ? count.number() : 0;
    }
}
