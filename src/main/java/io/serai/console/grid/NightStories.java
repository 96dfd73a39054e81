package io.serai.console.grid;

import io.serai.ari.Cell;
import io.serai.ari.PriceStep;
import io.serai.ari.Pricing;
import io.serai.console.ConnectionCurrencies;
import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.console.NotHere;
import io.serai.console.Times;
import io.serai.delivery.price.ExplainedNight;
import io.serai.delivery.price.HandAct;
import io.serai.hotel.Money;
import io.serai.hotel.night.NightHappenings;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.room.RoomExplanation;
import io.serai.hotel.room.RoomExplanations;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of nights why they are as they are, what was sent of them, and what was answered. */
@Component
class NightStories {

    private final Nights nights;
    private final NightHappenings happenings;
    private final RoomExplanations rooms;
    private final Clock clock;

    NightStories(Nights nights, NightHappenings happenings, RoomExplanations rooms, Clock clock) {
        this.nights = nights;
        this.happenings = happenings;
        this.rooms = rooms;
        this.clock = clock;
    }

    NightStory of(JdbcClient database, Hotel hotel, NightKind kind, int id, LocalDate night) {
        return kind == NightKind.ROOMS
                ? room(database, hotel, nights.room(database, hotel, id, night))
                : product(database, hotel, nights.product(database, hotel, id, night));
    }

    private NightStory room(JdbcClient database, Hotel hotel, RoomTypeRow row) {
        Night shown = nights.night(database, hotel, row);
        RoomExplanation explained =
                rooms.of(database, hotel.id(), row.id(), row.night())
                        .orElseThrow(() -> new NotHere("room type " + row.id()));
        List<NightStory.Step> steps =
                explained.steps().stream()
                        .map(
                                step ->
                                        new NightStory.Step(
                                                step.kind().replace('-', ' '),
                                                Integer.toString(step.before()),
                                                Integer.toString(step.after()),
                                                holders(step, explained)))
                        .toList();
        return new NightStory(
                row.name() + ", " + Times.weekday(row.night()),
                shown.words(),
                change(hotel, shown, row.night()),
                row.written().closed() ? List.of("closed by the hotel") : List.of(),
                List.of(new NightStory.Reckoning("", steps)),
                shown.held(),
                events(database, hotel, NightTable.ROOMS, row.id(), row.night()));
    }

    private static String holders(RoomExplanation.Step step, RoomExplanation explained) {
        return step.kind().equals("sold")
                ? String.join(
                        ", ",
                        explained.reservations().stream()
                                .map(it -> it.rooms() + " by booking " + it.number())
                                .toList())
                : "";
    }

    private NightStory product(JdbcClient database, Hotel hotel, ProductRow row) {
        Night shown = nights.night(database, hotel, row);
        ExplainedNight explained =
                Objects.requireNonNull(
                        ExplainedNight.of(
                                database, hotel.id(), row.id(), row.night(), hotel.today(clock)));
        int positions =
                explained.steps().stream()
                        .mapToInt(step -> step.position() + 1)
                        .reduce(explained.made().prices().length, Math::max);
        HotelNames names = HotelNames.of(database, hotel.id());
        List<NightStory.Reckoning> reckonings = new ArrayList<>();
        for (int position = 0; position < positions; position++) {
            int here = position;
            reckonings.add(
                    new NightStory.Reckoning(
                            of(explained, position),
                            explained.steps().stream()
                                    .filter(step -> step.position() == here)
                                    .map(step -> step(step, explained, names, hotel))
                                    .toList()));
        }
        return new NightStory(
                row.product().name() + ", " + Times.weekday(row.night()),
                shown.words(),
                change(hotel, shown, row.night()),
                explained.closings().stream()
                        .map(
                                closing ->
                                        names.ratePlan(closing.plan())
                                                + ": "
                                                + closing.reason().word().replace('-', ' '))
                        .toList(),
                reckonings,
                shown.held(),
                events(database, hotel, NightTable.RATES, row.id(), row.night()));
    }

    private static String of(ExplainedNight explained, int position) {
        Pricing pricing = explained.product().plan().pricing();
        int longest = explained.product().plan().longestStay();
        return switch (pricing) {
            case OCCUPANCY -> "for " + (position + 1);
            case LENGTH_OF_STAY ->
                    "for "
                            + (position / longest + 1)
                            + " staying "
                            + (position % longest + 1)
                            + (position % longest == 0 ? " night" : " nights");
            default -> "";
        };
    }

    private static NightStory.Step step(
            ExplainedNight.Step said, ExplainedNight explained, HotelNames names, Hotel hotel) {
        HandAct act =
                said.step().kind() == PriceStep.Kind.HAND
                        ? explained.hands().get(said.plan())
                        : null;
        return new NightStory.Step(
                kind(said.step().kind()) + " · " + names.ratePlan(said.step().name()),
                exact(said.step().before(), hotel),
                exact(said.step().after(), hotel),
                act == null ? "" : "by " + act.who() + ", " + Times.minute(act.at(), hotel.zone()));
    }

    private static String kind(PriceStep.Kind kind) {
        return switch (kind) {
            case SYSTEM -> "hotel's system";
            case HAND -> "set by hand";
            case DERIVED -> "made from its parent";
            case FLOOR -> "least price of a rule";
            case CEILING -> "most of a rule";
            default -> kind.word().replace('-', ' ');
        };
    }

    private static String exact(@Nullable BigDecimal minor, Hotel hotel) {
        if (minor == null || minor.compareTo(BigDecimal.valueOf(Cell.NONE)) == 0) {
            return "";
        }
        return Money.of(minor.movePointLeft(hotel.digits()), hotel.currency());
    }

    private String change(Hotel hotel, Night shown, LocalDate night) {
        LocalDate today = hotel.today(clock);
        boolean sold = !night.isBefore(today) && night.isBefore(today.plusDays(hotel.horizon()));
        return shown.path() == null || !sold ? "" : shown.path();
    }

    private List<NightStory.Event> events(
            JdbcClient database, Hotel hotel, NightTable table, int id, LocalDate night) {
        NightWords words = new NightWords(table, hotel, ConnectionCurrencies.of(database, hotel));
        return happenings.of(database, table, id, night, words::recorded).stream()
                .map(words::event)
                .toList();
    }
}
