package io.serai.console;

import io.serai.ari.Cell;
import io.serai.ari.Difference;
import io.serai.ari.Field;
import io.serai.ari.Held;
import io.serai.ari.PriceLayout;
import io.serai.ari.RateNight;
import io.serai.ari.RoomNight;
import io.serai.ari.Wanted;
import io.serai.channel.Channels;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the channels of a hotel hold of some nights, compared as the dispatcher compares it. */
final class Holdings {

    private final Hotel hotel;
    private final Map<Integer, List<RemoteRow>> rooms;
    private final Map<Integer, List<RemoteRow>> rates;
    private final HeldRows held;
    private final RefusedRows refused;

    private Holdings(Hotel hotel, List<RemoteRow> remotes, HeldRows held, RefusedRows refused) {
        this.hotel = hotel;
        this.rooms = bySource(remotes, true);
        this.rates = bySource(remotes, false);
        this.held = held;
        this.refused = refused;
    }

    private static Map<Integer, List<RemoteRow>> bySource(List<RemoteRow> remotes, boolean rooms) {
        return remotes.stream()
                .filter(row -> row.remote().isRoom() == rooms)
                .collect(Collectors.groupingBy(row -> row.remote().source()));
    }

    static Holdings read(
            JdbcClient database, Channels channels, Hotel hotel, LocalDate from, LocalDate until) {
        List<RemoteRow> remotes =
                database
                        .sql(RemoteRow.SQL)
                        .param(hotel.id())
                        .query(
                                (row, number) ->
                                        RemoteRow.of(
                                                row,
                                                channels.findByCode(row.getString("provider"))
                                                        .orElse(null)))
                        .list()
                        .stream()
                        .filter(Objects::nonNull)
                        .toList();
        return new Holdings(
                hotel,
                remotes,
                HeldRows.read(
                        database, remotes.stream().map(RemoteRow::remote).toList(), from, until),
                RefusedRows.read(database, hotel, from, until));
    }

    List<Holding> ofRoom(int roomType, LocalDate night, RoomNight written) {
        return rooms.getOrDefault(roomType, List.of()).stream()
                .map(row -> compare(row, night, Wanted.room(row.terms(), written)))
                .toList();
    }

    List<Holding> ofProduct(int product, LocalDate night, RateNight written) {
        return rates.getOrDefault(product, List.of()).stream()
                .map(
                        row ->
                                compare(
                                        row,
                                        night,
                                        Wanted.rate(row.terms(), written, Wanted.Untaken.NOBODY)))
                .toList();
    }

    private Holding compare(RemoteRow row, LocalDate night, Cell wanted) {
        Held holds = held.of(row.remote(), night);
        String value = value(row, holds.values());
        String said = refused.words(row.remote().id(), night);
        String state = state(row, night, wanted, holds);
        String share = row.remote().allotment().words();
        String words =
                row.connection()
                        + switch (state) {
                            case "same" -> " holds " + value + ", as it should";
                            case "waiting" -> " holds " + value + "; the change is on its way";
                            case "unknown" -> " may hold " + value + "; it has not answered";
                            case "refused" ->
                                    " holds "
                                            + value
                                            + (refused.isHeld(row.remote().id(), night)
                                                    ? "; the price waits for you"
                                                    : "; it refused");
                            default -> " derives this itself; nothing is sent";
                        }
                        + (share.isEmpty() ? "" : "; it " + share)
                        + (said.isEmpty() ? "" : " (" + said + ")");
        return new Holding(row.connection(), value, state, words);
    }

    private String state(RemoteRow row, LocalDate night, Cell wanted, Held holds) {
        if (row.remote().inherits()) {
            return "inherited";
        }
        if (Difference.of(row.terms(), wanted, holds, Difference.Refused.NOTHING) == null) {
            return "same";
        }
        Difference.Refused said = refused.at(row.remote().id(), night);
        if (Difference.of(row.terms(), wanted, holds, said) == null) {
            return "refused";
        }
        return holds.unknown() == 0 ? "waiting" : "unknown";
    }

    private String value(RemoteRow row, Cell cell) {
        if (row.remote().isRoom()) {
            boolean closed = cell.has(Field.ROOM_CLOSED) && cell.get(Field.ROOM_CLOSED) == 1;
            String rooms =
                    cell.has(Field.ROOMS) ? Integer.toString(cell.get(Field.ROOMS)) : Night.DASH;
            return closed ? "closed" : rooms;
        }
        if (cell.has(Field.CLOSED) && cell.get(Field.CLOSED) == 1) {
            return "closed";
        }
        long price = price(row.remote().layout(), cell);
        return price == Cell.NONE ? Night.DASH : hotel.brief(price, row.currency());
    }

    private static long price(PriceLayout layout, Cell cell) {
        if (layout != PriceLayout.OCCUPANCY) {
            return cell.price(0);
        }
        for (int position = cell.prices() - 1; position > 0; position--) {
            if (cell.price(position) != Cell.NONE) {
                return cell.price(position);
            }
        }
        return cell.price(0);
    }
}
