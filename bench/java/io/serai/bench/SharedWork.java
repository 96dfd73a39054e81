package io.serai.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What several Serai did over one database, by its record and by that of the channels. */
final class SharedWork {

    private final Stage stage;

    SharedWork(Stage stage) {
        this.stage = stage;
    }

    /** Calls that a channel refused since another one was under way for the same. */
    List<String> refusedForTwoAtATime() {
        return stage.judge()
                .jdbc()
                .sql(
                        """
                        select path || ': ' || left(coalesce(answer, ''), 200) from sandbox.call where status = 429
                         union all
                        select path || ': ' || answer from sandbox.expedia_call where answer like '%3210%'
                        """)
                .query(String.class)
                .list();
    }

    /** Messages about rooms and prices that a hotel was sent while another one was not answered. */
    long overlapping() {
        return stage.database()
                .jdbc()
                .sql(
                        """
                        select count(*) from attempts a join attempts b
                            on b.connection_id = a.connection_id and b.id > a.id and b.opened_at < a.answered_at
                        """)
                .query(Long.class)
                .single();
    }

    /** Of the runs of the job that looks at rooms: those that the clock began. */
    long jobs(String what) {
        return stage.database()
                .jdbc()
                .sql(
                        "select "
                                + what
                                + " from ota_sync_logs where asked_by = 'clock' and name = 'inventory'")
                .query(Long.class)
                .single();
    }

    /** Who asks for reservations just now. */
    Set<String> asking() {
        return asking("until > clock_timestamp()");
    }

    private Set<String> asking(String which) {
        return new HashSet<>(
                stage.database()
                        .jdbc()
                        .sql("select owner from channel_polls where owner is not null and " + which)
                        .query(String.class)
                        .list());
    }

    /** Whoever began to ask after a moment. */
    Set<String> awaitAsking(Instant after) {
        var found = new HashSet<String>();
        Patience.until(
                Duration.ofSeconds(30),
                "somebody asks for reservations",
                () -> found.addAll(asking("asked_at > '" + after + "'")),
                () -> "see " + stage.folder());
        return found;
    }

    /** Messages of which nobody recorded an answer, since their sender was gone. */
    long lostSince(Instant moment) {
        return stage.database()
                .jdbc()
                .sql("select count(*) from attempts where outcome = 'lost' and opened_at > ?")
                .param(Timestamp.from(moment))
                .query(Long.class)
                .single();
    }
}
