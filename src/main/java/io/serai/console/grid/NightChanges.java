package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Unusable;
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
    private final OneRoomNight rooms;
    private final Clock clock;

    NightChanges(Nights nights, PriceChanges prices, OneRoomNight rooms, Clock clock) {
        this.nights = nights;
        this.prices = prices;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** The form, with the values as they are. */
    Change ask(JdbcClient database, Hotel hotel, NightKind kind, int id, LocalDate night) {
        mustBeSold(hotel, night);
        return kind == NightKind.ROOMS
                ? rooms.ask(database, hotel, nights.room(database, hotel, id, night))
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
        if (kind == NightKind.ROOMS) {
            rooms.take(database, hotel, nights.room(database, hotel, id, night), values);
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

    static String entered(MultiValueMap<String, String> values, String name) {
        return Objects.requireNonNullElse(values.getFirst(name), "");
    }
}
