package io.serai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A whole hotel told to a channel that holds nothing of it, call by call with their record: 20 room
 * types, 200 products, 500 nights with prices by season, week and weekday, in 512 MB.
 */
final class ToldBench {

    private static final int ROOM_TYPES = 20;
    private static final int RATE_PLANS = 10;
    private static final Duration TO_TELL = Duration.ofMinutes(5);
    private static final int RUNS = 3;

    private final PrintStream out;

    ToldBench(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException {
        var products = new ArrayList<Product>();
        for (int room = 0; room < ROOM_TYPES; room++) {
            for (int plan = 0; plan < RATE_PLANS; plan++) {
                products.add(new Product("R%02d".formatted(room), "P%02d".formatted(plan), 2));
            }
        }
        var sizes = new java.util.TreeMap<String, Integer>();
        IntStream.range(0, ROOM_TYPES)
                .forEach(room -> sizes.put("R%02d".formatted(room), 10 + room));
        var hotel =
                new Hotel(
                        new House(sizes),
                        products,
                        new Pricing(List.of()),
                        LocalDate.now(ZoneId.of("Europe/Lisbon")),
                        500);
        try (var stage = Stage.open(Bench.WORK, Map.of(), List.of("-Xmx512m"))) {
            var opening = new Opening(hotel, stage.database());
            opening.inSerai();
            vary(stage);
            stage.bookingcom().open(hotel);
            opening.connected(List.of(stage.bookingcom()));
            told(stage);
            var seconds = new ArrayList<Double>();
            for (int run = 1; run <= RUNS; run++) {
                forget(stage);
                told(stage);
                seconds.add(report(stage, run));
            }
            out.printf(
                    "               middle %.2f s without the channel's own time; noise %.0f %%%n",
                    Spread.of(seconds).percentile(50), Spread.of(seconds).noise() * 100);
            stage.clear();
        }
    }

    /**
     * As a revenue manager leaves it: weeks differ, weekends cost more, some nights are special.
     */
    private static void vary(Stage stage) {
        var jdbc = stage.database().jdbc();
        jdbc.sql(
                        """
                        update rate_nights
                           set prices = array [round(prices[1] * (0.8 + 0.02 * (product_id * 7 + extract(week from night)::int * 13) % 40)
                                               * case when extract(isodow from night) in (5, 6) then 1.2 else 1 end / 100) * 100]::bigint[],
                               min_through = case when (product_id + extract(week from night)::int) % 6 = 0 then 2 end,
                               cta = (product_id + extract(doy from night)::int) % 61 = 0
                        """)
                .update();
        jdbc.sql(
                        "update room_nights set offered = offered - (room_type_id + extract(doy from"
                                + " night)::int / 4) % 5")
                .update();
    }

    private static void forget(Stage stage) {
        var jdbc = stage.database().jdbc();
        jdbc.sql("update third_party_integrations set is_enabled = false").update();
        jdbc.sql("truncate attempts, attempt_ranges, held_nights").update();
        jdbc.sql("update third_party_integrations set is_enabled = true").update();
    }

    private static void told(Stage stage) {
        Patience.until(
                TO_TELL,
                "all is told",
                () -> UnderWay.of(stage).isNothing() && attempts(stage) > 0,
                () -> UnderWay.of(stage).toString());
    }

    private static long attempts(Stage stage) {
        return stage.database()
                .jdbc()
                .sql("select count(*) from attempts where answered_at is not null")
                .query(Long.class)
                .single();
    }

    /**
     * From the mark to the last answer, less the time the stand-in and the record of the answers
     * took.
     */
    private double report(Stage stage, int run) {
        var row =
                stage.database()
                        .jdbc()
                        .sql(
                                """
                                select count(*) as messages, sum(updates) as updates, sum(cells) as cells,
                                       extract(epoch from min(opened_at) - (select max(updated_at) from third_party_integrations)) as first,
                                       extract(epoch from max(answered_at) - (select max(updated_at) from third_party_integrations)) as whole,
                                       extract(epoch from sum(answered_at - opened_at)) as calls
                                  from attempts
                                """)
                        .query()
                        .singleRow();
        var first = ((Number) row.get("first")).doubleValue();
        var whole = ((Number) row.get("whole")).doubleValue();
        var calls = ((Number) row.get("calls")).doubleValue();
        var channel = stage.bookingcom().desk().get("/sandbox/calls?limit=10000").get("calls");
        double theirs = 0;
        double bytes = 0;
        for (var call : channel) {
            if (call.get("path").asText().contains("Notif")
                            && call.get("method").asText().equals("POST")
                    || call.get("path").asText().endsWith("/availability")) {
                theirs += call.get("millis").asInt() / 1000.0;
                bytes += call.get("bytes").asInt();
            }
        }
        stage.bookingcom().desk().delete("/sandbox/calls");
        out.printf(
                "Told           run %d: %s cells in %s ranges, %s messages, %.1f MB; compared and folded in %.2f s,"
                        + " all told in %.2f s, of which the channel took %.2f s, calls and their record %.2f s%n",
                run,
                row.get("cells"),
                row.get("updates"),
                row.get("messages"),
                bytes / 1e6,
                first,
                whole,
                theirs,
                calls - theirs);
        return whole - theirs;
    }
}
