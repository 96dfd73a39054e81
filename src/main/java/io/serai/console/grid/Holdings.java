package io.serai.console.grid;

import io.serai.ari.Cell;
import io.serai.ari.Difference;
import io.serai.ari.Field;
import io.serai.ari.Held;
import io.serai.ari.PriceLayout;
import io.serai.ari.RateNight;
import io.serai.ari.RoomNight;
import io.serai.ari.Wanted;
import io.serai.channel.Channels;
import io.serai.console.Hotel;
import io.serai.hotel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the channels of a hotel hold of some nights, compared as the dispatcher compares it. */
public final class Holdings {

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

    /**
     * Reads them.
     *
     * @param types the room types that are meant, with what is sold of them
     * @param connection the one connection that is meant; 0: all
     */
    static Holdings read(
            JdbcClient database,
            Channels channels,
            Hotel hotel,
            Collection<Integer> types,
            LocalDate from,
            LocalDate until,
            int connection) {
        List<RemoteRow> remotes =
                database
                        .sql(RemoteRow.SQL)
                        .params(hotel.id(), types.toArray(Integer[]::new), connection, connection)
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

    public List<Holding> ofRoom(int roomType, LocalDate night, RoomNight written) {
        return rooms.getOrDefault(roomType, List.of()).stream()
                .map(row -> compare(row, night, Wanted.room(row.terms(), written)))
                .toList();
    }

    public List<Holding> ofProduct(int product, LocalDate night, RateNight written) {
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
        String said = refused.words(row.remote().id(), night, row.currency().getCurrencyCode());
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
        return new Holding(row.connection(), value, detail(holds.values()), state, words);
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
        return price == Cell.NONE ? Night.DASH : brief(price, row.currency().getCurrencyCode());
    }

    /** With its currency where that is not the hotel's. */
    private String brief(long price, String currency) {
        String brief = Money.brief(price, currency);
        return currency.equals(hotel.currency()) ? brief : currency + " " + brief;
    }

    /** The restrictions that it holds, as marks. */
    private static String detail(Cell cell) {
        List<String> marks = new ArrayList<>();
        stay(marks, "≥", cell, Field.MIN_THROUGH, 1);
        stay(marks, "⇥≥", cell, Field.MIN_ARRIVAL, 1);
        stay(marks, "≤", cell, Field.MAX_THROUGH, 0);
        stay(marks, "⇥≤", cell, Field.MAX_ARRIVAL, 0);
        if (cell.has(Field.CTA) && cell.get(Field.CTA) == 1) {
            marks.add("cta");
        }
        if (cell.has(Field.CTD) && cell.get(Field.CTD) == 1) {
            marks.add("ctd");
        }
        return String.join(" ", marks);
    }

    private static void stay(List<String> marks, String sign, Cell cell, Field field, int none) {
        if (cell.has(field) && cell.get(field) > none) {
            marks.add(sign + cell.get(field));
        }
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
