package io.serai.console;

import io.serai.ari.RoomNight;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Changes that people make to single nights. */
@Component
class NightChanges {

    static final String CLOSED = "closed";

    private final Nights nights;
    private final PriceChanges prices;
    private final NightWriter writer;
    private final Clock clock;

    NightChanges(Nights nights, PriceChanges prices, NightWriter writer, Clock clock) {
        this.nights = nights;
        this.prices = prices;
        this.writer = writer;
        this.clock = clock;
    }

    /** The form, with the values as they are. */
    Change ask(JdbcClient database, Hotel hotel, NightKind kind, int id, LocalDate night) {
        mustBeSold(hotel, night);
        return kind == NightKind.ROOMS
                ? rooms(hotel, nights.room(database, hotel, id, night))
                : prices.ask(database, hotel, nights.product(database, hotel, id, night));
    }

    /**
     * The form again, with the values as they were entered and what is wrong with them. Where
     * somebody else was faster, it shows what is there now in what was left as it was seen.
     */
    Change again(
            JdbcClient database,
            Hotel hotel,
            NightKind kind,
            int id,
            LocalDate night,
            MultiValueMap<String, String> values,
            Unusable problem) {
        Change asked = ask(database, hotel, kind, id, night);
        String before = Objects.requireNonNullElse(values.getFirst("seen"), asked.seen());
        List<String> left =
                problem.overtaken() && kind == NightKind.PRODUCTS
                        ? List.of(before.split(PriceChanges.BETWEEN, -1))
                        : List.of();
        return new Change(
                asked.path(),
                asked.title(),
                IntStream.range(0, asked.inputs().size())
                        .mapToObj(
                                at -> {
                                    Change.Input input = asked.inputs().get(at);
                                    String entered = entered(values, input.name());
                                    return at < left.size() && entered.equals(left.get(at))
                                            ? input
                                            : new Change.Input(
                                                    input.name(), input.label(), entered);
                                })
                        .toList(),
                asked.hint(),
                asked.set(),
                values.containsKey(CLOSED),
                problem.overtaken() ? asked.seen() : before,
                Objects.requireNonNullElse(problem.getMessage(), ""));
    }

    /** The night as the grid shows it. */
    Night shown(JdbcClient database, Hotel hotel, NightKind kind, int id, LocalDate night) {
        return kind == NightKind.ROOMS
                ? nights.night(database, hotel, nights.room(database, hotel, id, night))
                : nights.night(database, hotel, nights.product(database, hotel, id, night));
    }

    /**
     * Writes what was entered.
     *
     * @throws Unusable when it cannot be meant, or when it is something else meanwhile
     */
    void take(
            JdbcClient database,
            Hotel hotel,
            NightKind kind,
            int id,
            LocalDate night,
            MultiValueMap<String, String> values) {
        mustBeSold(hotel, night);
        boolean closed = values.containsKey(CLOSED);
        if (kind == NightKind.ROOMS) {
            RoomTypeRow row = nights.room(database, hotel, id, night);
            int offered = Entered.rooms(entered(values, "offered"), row.size());
            String seen = values.getFirst("seen");
            if (!writer.rooms(database, hotel, id, night, offered, closed, seen)) {
                throw Unusable.overtaken(
                        "Somebody else wrote meanwhile: "
                                + seen(nights.room(database, hotel, id, night).written())
                                + ". Save again to write yours.");
            }
        } else {
            prices.take(database, hotel, nights.product(database, hotel, id, night), values);
        }
    }

    private void mustBeSold(Hotel hotel, LocalDate night) {
        LocalDate today = hotel.today(clock);
        if (night.isBefore(today) || !night.isBefore(today.plusDays(hotel.horizon()))) {
            throw new NotHere("night " + night);
        }
    }

    private static Change rooms(Hotel hotel, RoomTypeRow row) {
        Night shown = row.night(hotel, List.of());
        return new Change(
                Objects.requireNonNull(shown.path()),
                row.name() + ", " + Times.date(row.night()),
                List.of(
                        new Change.Input(
                                "offered",
                                "Rooms offered",
                                Integer.toString(row.written().offered()))),
                shown.words(),
                "",
                row.written().closed(),
                seen(row.written()),
                "");
    }

    /** As {@link NightWriter#rooms} compares it. */
    private static String seen(RoomNight night) {
        return night.offered() + (night.closed() ? " closed" : " open");
    }

    static String entered(MultiValueMap<String, String> values, String name) {
        return Objects.requireNonNullElse(values.getFirst(name), "");
    }
}
