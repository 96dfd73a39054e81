package io.serai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A backlog of 1,000 reservations: from the first question to the commit of the last
 * acknowledgement. First as after an outage, by a Serai that has just started; then by one that is
 * warm. They are of ten hotels and, for the sake of the lock a hotel's revisions are numbered
 * under, of one.
 */
final class BacklogBench {

    private static final int RESERVATIONS = Integer.getInteger("bench.reservations", 1000);
    private static final String INSERT =
            "insert into camel_messageprocessed values ('bench', gen_random_uuid()::text, localtimestamp);";
    private static final int NIGHTS = 60;
    private static final int RUNS = 3;
    private static final Duration TO_END = Duration.ofMinutes(5);

    private final PrintStream out;
    private int guests;

    BacklogBench(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException {
        var table =
                new Table(
                        out,
                        "Backlog        first question → last of %,d reservations taken in, applied and acknowledged"
                                .formatted(RESERVATIONS));
        for (int hotels : List.of(10, 1)) {
            measure(table, hotels);
        }
        table.note("each reservation is durable by itself: " + Fsync.measured());
        table.note(PostgresPrograms.disk());
    }

    private void measure(Table table, int hotels) throws IOException {
        var settings = Map.of("serai.polls.every", "1s");
        try (var stage = Stage.open(Bench.WORK, settings, List.of("-Xmx512m"))) {
            new Houses(stage, hotels, NIGHTS).open();
            stage.killSerai();
            guests = 0;
            book(stage, hotels);
            var killed = now(stage);
            stage.startSerai();
            var cold = List.of(taken(stage, killed));
            var warm = new ArrayList<Double>();
            var spent = new ArrayList<String>();
            for (int run = 0; run < RUNS; run++) {
                silence(stage);
                book(stage, hotels);
                var began = stage.cpu();
                var since = now(stage);
                ask(stage);
                warm.add(taken(stage, since));
                spent.add(stage.cpu().since(began).each(RESERVATIONS));
            }
            var of = hotels + (hotels == 1 ? " hotel" : " hotels");
            table.atMost(of + ", warm", 10, "s", warm, "");
            table.atMost(of + ", just started", 10, "s", cold, "");
            spent.forEach(table::note);
            table.note(singleRows(stage));
            stage.clear();
        }
    }

    private static String singleRows(Stage stage) throws IOException {
        try {
            return PostgresPrograms.pgbench(stage.database().environment(), INSERT, 1, 5)
                    .map("pgbench: %,.0f single rows a second by one client"::formatted)
                    .orElse("pgbench is not on this machine");
        } catch (SQLException e) {
            throw new IllegalStateException("no server to measure", e);
        }
    }

    private void book(Stage stage, int hotels) {
        for (int hotel = 0; hotel < hotels; hotel++) {
            var number = hotel;
            var acts =
                    IntStream.range(0, RESERVATIONS / hotels).mapToObj(n -> act(number)).toList();
            var outcomes =
                    stage.bookingcom()
                            .desk()
                            .post("/sandbox/hotels/" + Houses.hotel(hotel) + "/guest-acts", acts);
            outcomes.forEach(
                    outcome -> {
                        if (outcome.get("status").asInt() != 201) {
                            throw new IllegalStateException("not booked: " + outcome);
                        }
                    });
        }
    }

    private Map<String, Object> act(int hotel) {
        var ref = hotel + "-guest-" + guests++;
        var arrival = LocalDate.now(ZoneOffset.UTC).plusDays(1 + guests % (NIGHTS - 5));
        var booking = new HashMap<String, Object>();
        booking.put("ref", ref);
        booking.put("arrival", arrival.toString());
        booking.put("departure", arrival.plusDays(1 + guests % 3).toString());
        booking.put(
                "rooms",
                List.of(
                        Map.of(
                                "room",
                                Houses.room(hotel),
                                "rate",
                                1,
                                "adults",
                                2,
                                "children",
                                0,
                                "guest",
                                "Guest " + ref)));
        booking.put(
                "booker",
                Map.of("firstName", "Guest", "lastName", ref, "email", ref + "@example.com"));
        booking.put("card", guests % 3 == 0);
        return Map.of("act", "book", "ref", ref, "booking", booking);
    }

    /** Nobody asks for an hour, and whoever asks now has ended. */
    private static void silence(Stage stage) {
        Patience.until(
                TO_END,
                "nobody asks",
                () ->
                        stage.database()
                                        .jdbc()
                                        .sql(
                                                "update channel_polls set next_at = now() + interval '1 hour' where until <= now()")
                                        .update()
                                == number(stage, "channel_polls"),
                () -> "a queue is asked all the time");
    }

    private static void ask(Stage stage) {
        stage.database().jdbc().sql("update channel_polls set next_at = now()").update();
    }

    /** Seconds from the first question since then, once all that were booked are acknowledged. */
    private double taken(Stage stage, OffsetDateTime since) {
        var acknowledged = "reservation_revisions where acknowledged_at is not null";
        Patience.until(
                TO_END,
                guests + " are acknowledged",
                () -> number(stage, acknowledged) == guests,
                () -> number(stage, acknowledged) + " are");
        return stage.database()
                .jdbc()
                .sql(
                        """
                        select extract(epoch from (select max(acknowledged_at) from reservation_revisions) - min(at))
                          from ota_sync_logs
                         where at > ? and method = 'GET' and path like '%/OTA_HotelResNotif' and answer_bytes > 10000
                        """)
                .param(since)
                .query(Double.class)
                .single();
    }

    private static OffsetDateTime now(Stage stage) {
        return stage.database().jdbc().sql("select now()").query(OffsetDateTime.class).single();
    }

    private static long number(Stage stage, String what) {
        return stage.database()
                .jdbc()
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }
}
