package io.serai.bench;

import java.time.Duration;

/**
 * What is not finished yet.
 *
 * @param marks changes of nights that were not looked at yet
 * @param calls whose answer is not recorded, or that are sent once more
 * @param unknown cells of which it is not known what the channel holds
 * @param unacknowledged reservations, at the channels or by Serai's record, whichever are more
 */
record UnderWay(long marks, long calls, long unknown, long unacknowledged) {

    private static final int MOMENT = 5;

    /** Reservations that are not acknowledged by Serai's record. */
    static final String UNMARKED =
            "reservation_revisions where acknowledged_at is null and revision = (select r.revision from reservations r where r.id = reservation_id)";

    static UnderWay of(Stage stage) {
        var row =
                stage.database()
                        .jdbc()
                        .sql(
                                """
                                select (select count(*) from marks),
                                       (select count(*) from attempts where outcome = 'open' or again_at is not null),
                                       (select count(*) from held_nights h join ota_rate_plans r on r.id = h.remote_id
                                         where h.unknown <> 0 and r.state = 'active'
                                           and h.night >= serai_today(h.hotel_id)),
                                       (select count(*) from
                                """
                                        + UNMARKED
                                        + ")")
                        .query(
                                (found, number) ->
                                        new long[] {
                                            found.getLong(1),
                                            found.getLong(2),
                                            found.getLong(3),
                                            found.getLong(4)
                                        })
                        .single();
        var waiting =
                stage.sellers().stream()
                        .map(seller -> seller.desk().get("/sandbox/counters"))
                        .mapToLong(counters -> counters.get("unacknowledged").asLong())
                        .sum();
        return new UnderWay(row[0], row[1], row[2], Math.max(waiting, row[3]));
    }

    /** Waits until all is told, taken and acknowledged, and was so for a moment. */
    static void awaitNothing(Stage stage, Duration most) {
        var quiet = new int[1];
        Patience.until(
                most,
                "nothing is unsent, untaken or unacknowledged",
                () -> {
                    quiet[0] = of(stage).isNothing() ? quiet[0] + 1 : 0;
                    return quiet[0] > MOMENT;
                },
                () -> of(stage) + "; see " + stage.folder());
    }

    boolean isNothing() {
        return marks + calls + unknown + unacknowledged == 0;
    }

    @Override
    public String toString() {
        return "%,d changes not looked at, %,d calls without an answer, %,d cells unknown, %,d reservations not acknowledged"
                .formatted(marks, calls, unknown, unacknowledged);
    }
}
