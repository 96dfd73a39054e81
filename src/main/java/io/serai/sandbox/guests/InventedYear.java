package io.serai.sandbox.guests;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A year of a resort hotel that never was: a summer season, stays of a week or two nights, rooms
 * booked months or hours ahead, a third of them cancelled and some changed. The shape follows the
 * resort hotel of the "Hotel booking demand datasets" (Antonio, de Almeida, Nunes, 2019). The same
 * seed invents the same year.
 */
public final class InventedYear {

    /** January to December. */
    private static final int[] ARRIVALS = {4, 6, 7, 9, 10, 10, 12, 15, 10, 9, 5, 5};

    /** Stays of 1, 2, … 14 nights. */
    private static final int[] LENGTHS = {20, 17, 15, 12, 8, 4, 15, 2, 1, 2, 1, 1, 1, 3};

    private static final int DAYS = 365;
    private static final double MEAN_LEAD = 90;
    private static final int LONGEST_LEAD = 500;

    private final Random random;
    private final LocalDate first;
    private final List<SoldRoom> rooms;
    private final int[] popularity;
    private int number;

    /**
     * A room type as guests see it.
     *
     * @param name of the room type
     * @param popularity how often it is booked, against the others
     * @param persons at most
     * @param nightly the usual price of a night, in whole units
     * @param ratePlans the names of its rate plans, the most wanted first
     */
    public record SoldRoom(
            String name, int popularity, int persons, int nightly, List<String> ratePlans) {}

    /**
     * @param first the first day anybody arrives
     */
    public InventedYear(long seed, LocalDate first, List<SoldRoom> rooms) {
        this.random = new Random(seed);
        this.first = first;
        this.rooms = List.copyOf(rooms);
        this.popularity = rooms.stream().mapToInt(SoldRoom::popularity).toArray();
    }

    /** The next so many lives, in no order. */
    public List<BookingLife> lives(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    /** One more life. */
    public BookingLife next() {
        var room = rooms.get(pick(popularity));
        var arrival = arrival();
        var lead = lead();
        var adults = Math.min(room.persons(), 1 + pick(15, 75, 10));
        var children = Math.min(room.persons() - adults, pick(88, 7, 5));
        return new BookingLife(
                "guest-" + ++number,
                room.name(),
                room.ratePlans().get(plan(room.ratePlans().size())),
                arrival,
                1 + pick(LENGTHS),
                adults,
                children,
                arrival.minusDays(lead),
                pick(83, 12, 3, 2),
                cancelled(arrival, lead),
                nightly(room, arrival));
    }

    private LocalDate arrival() {
        while (true) {
            var day = first.plusDays(random.nextInt(DAYS));
            if (random.nextInt(15) < ARRIVALS[day.getMonthValue() - 1]) {
                return day;
            }
        }
    }

    /** One in eight comes without having booked before that day. */
    private int lead() {
        return random.nextInt(8) == 0
                ? 0
                : (int) Math.min(LONGEST_LEAD, -MEAN_LEAD * Math.log(1 - random.nextDouble()));
    }

    /** The longer ahead, the likelier. */
    private @Nullable LocalDate cancelled(LocalDate arrival, int lead) {
        var likely = 0.15 + 0.4 * Math.min(1, lead / 150.0);
        return random.nextDouble() < likely
                ? arrival.minusDays(lead == 0 ? 0 : random.nextInt(lead + 1))
                : null;
    }

    private BigDecimal nightly(SoldRoom room, LocalDate arrival) {
        var season = 0.6 + ARRIVALS[arrival.getMonthValue() - 1] / 15.0;
        var weekend = arrival.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0 ? 1.1 : 1;
        var price = room.nightly() * season * weekend * (0.9 + random.nextDouble() / 5);
        return BigDecimal.valueOf(Math.round(price));
    }

    /** Each further rate plan half as often as the one before. */
    private int plan(int plans) {
        var plan = 0;
        while (plan < plans - 1 && random.nextBoolean()) {
            plan++;
        }
        return plan;
    }

    private int pick(int... weights) {
        var left = random.nextInt(Math.max(1, java.util.stream.IntStream.of(weights).sum()));
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return 0;
    }
}
