package io.serai.certified;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Edits without a pause: twenty a second over all that is sold, until long after the limits are
 * reached. {@code -Dcertified.minutes=10} makes it ten minutes under the channel's usual limits.
 */
class ContinuousEditsTests {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOST_VALUES = 5000;
    private static final int MOST_BYTES = 100_000;

    private final Inn inn = new Inn();
    private final Random random = new Random(1);

    @Test
    void staysWithinTheLimitsAndEndsWithWhatTheHotelSetLast() {
        inn.bookingcom().told();
        inn.expedia().told();

        int edits = edit(Instant.now().plusSeconds(CertifyingSerai.EDITING));
        inn.quiet();

        List<Message> atBookingcom = inn.bookingcom().told();
        List<Message> atExpedia = inn.expedia().told();
        System.out.printf(
                "%d edits in %d s: %d calls of Booking.com, %d of Expedia%n",
                edits, CertifyingSerai.EDITING, atBookingcom.size(), atExpedia.size());
        atBookingcom.stream()
                .collect(Collectors.groupingBy(Message::path))
                .forEach((path, calls) -> assertWithin(path, calls));
        assertOneAtATime(atExpedia);
        assertThat(atExpedia)
                .allMatch(call -> call.values() <= MOST_VALUES && call.bytes() <= MOST_BYTES);
        assertThat(sold(inn.bookingcom(), "minThrough")).isEqualTo(set());
        assertThat(sold(inn.expedia(), "minLos")).isEqualTo(set());
    }

    private int edit(Instant end) {
        int edits = 0;
        while (Instant.now().isBefore(end)) {
            anyEdit();
            edits++;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return edits;
    }

    private void anyEdit() {
        LocalDate from = Inn.today().plusDays(random.nextInt(Inn.NIGHTS - 60));
        LocalDate to = from.plusDays(random.nextInt(60));
        int room = random.nextInt(2);
        int plan = random.nextInt(3);
        switch (random.nextInt(4)) {
            case 0 -> inn.room(room, from, to, "held_back = " + random.nextInt(4));
            case 1 -> inn.rate(room, plan, from, to, "closed = " + random.nextBoolean());
            case 2 -> inn.rate(room, plan, from, to, "min_through = " + (1 + random.nextInt(5)));
            default ->
                    inn.rate(
                            room,
                            plan,
                            from,
                            to,
                            "prices = '{" + (10_000 + 100 * random.nextInt(100)) + "}'");
        }
    }

    private static void assertWithin(String path, List<Message> calls) {
        long most = calls.stream().mapToLong(last -> within(calls, last.at())).max().orElse(0);
        System.out.printf(
                "%s: at most %d calls in %d s (limit %d)%n",
                path, most, CertifyingSerai.SECONDS, CertifyingSerai.CALLS);
        assertThat(most).as(path).isLessThanOrEqualTo(CertifyingSerai.CALLS);
    }

    private static long within(List<Message> calls, Instant end) {
        Instant since = end.minusSeconds(CertifyingSerai.SECONDS);
        return calls.stream().filter(it -> it.at().isAfter(since) && !it.at().isAfter(end)).count();
    }

    private static void assertOneAtATime(List<Message> calls) {
        for (int next = 1; next < calls.size(); next++) {
            Message before = calls.get(next - 1);
            assertThat(calls.get(next).at())
                    .isAfterOrEqualTo(before.at().plusMillis(before.millis() - 1));
        }
    }

    /** Rooms, prices, closures and shortest stays as a channel sells them. */
    private Map<String, String> sold(ChannelSide side, String shortest) {
        Map<String, String> sold = new TreeMap<>();
        JsonNode rooms = side.grid(Inn.today().plusDays(1), Inn.today().plusDays(Inn.NIGHTS - 1));
        for (int room = 0; room < 2; room++) {
            for (JsonNode night : rooms.path(room).path("nights")) {
                sold.put(room + " " + night.path("night").asText(), night.path("left").asText());
            }
            for (int plan = 0; plan < 3; plan++) {
                for (JsonNode night : rooms.at("/%d/rates/%d/nights".formatted(room, plan))) {
                    sold.put(
                            room + "/" + plan + " " + night.path("night").asText(),
                            "%s %d %d"
                                    .formatted(
                                            night.path("closed").asBoolean(),
                                            Math.round(
                                                    night.path("prices")
                                                                    .elements()
                                                                    .next()
                                                                    .asDouble()
                                                            * 100),
                                            Math.max(1, night.path(shortest).asInt())));
                }
            }
        }
        return sold;
    }

    /** The same as the hotel set it. */
    private Map<String, String> set() {
        Map<String, String> set = new TreeMap<>();
        for (int room = 0; room < 2; room++) {
            int number = room;
            inn.sql()
                    .sql(
                            """
                            select night::text, offered - sold - held_back - out_of_order from room_nights
                             where room_type_id = ? and night > ? order by night
                            """)
                    .params(inn.roomType(room), Inn.today())
                    .query(
                            row -> {
                                set.put(number + " " + row.getString(1), row.getString(2));
                            });
            for (int plan = 0; plan < 3; plan++) {
                String name = room + "/" + plan + " ";
                inn.sql()
                        .sql(
                                """
                                select night::text, closed, prices[1], greatest(1, coalesce(min_through, 0)) from rate_nights
                                 where product_id = ? and night > ? order by night
                                """)
                        .params(inn.product(room, plan), Inn.today())
                        .query(
                                row -> {
                                    set.put(
                                            name + row.getString(1),
                                            row.getBoolean(2)
                                                    + " "
                                                    + row.getLong(3)
                                                    + " "
                                                    + row.getInt(4));
                                });
            }
        }
        return set;
    }
}
