package io.serai.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares when Serai's database committed each revision with when the channel's committed its
 * acknowledgement, both by their servers' own records, which no moved clock touches.
 */
final class Durability {

    private static final String SERAI =
            """
            select a.provider || ' ' || r.number, min(pg_xact_commit_timestamp(b.xmin)), max(pg_xact_commit_timestamp(b.xmin))
              from bench_commits b
              join reservation_revisions v on v.id = b.revision_id
              join reservations r on r.id = v.reservation_id
              join channel_accounts a on a.id = r.account_id
             group by 1
            """;

    private static final String CHANNELS =
            """
            select 'booking.com ' || booking_id, pg_xact_commit_timestamp(xmin), pg_xact_commit_timestamp(xmin)
              from sandbox.booking where acknowledged_at is not null
             union all
            select 'expedia ' || booking_id, min(pg_xact_commit_timestamp(xmin)), max(pg_xact_commit_timestamp(xmin))
              from sandbox.expedia_transaction where state = 'confirmed' group by 1
            """;

    private record Span(Instant first, Instant last) {}

    private final Stage stage;

    private Durability(Stage stage) {
        this.stage = stage;
    }

    /** Has each revision's commit recorded from now on, in a row that is never touched again. */
    static Durability watch(Stage stage) {
        stage.database()
                .jdbc()
                .sql(
                        """
                        create table bench_commits (revision_id bigint primary key);
                        create function bench_commit() returns trigger language plpgsql security definer as
                            'begin insert into bench_commits values (new.id); return null; end';
                        create trigger bench_commit after insert on reservation_revisions for each row execute function bench_commit()
                        """)
                .update();
        return new Durability(stage);
    }

    /** What was acknowledged and is not there, or was not committed yet. */
    List<String> violations() {
        var committed = spans(stage.database().jdbc(), SERAI);
        var violations = new ArrayList<String>();
        spans(stage.judge().jdbc(), CHANNELS)
                .forEach(
                        (number, thanked) -> {
                            var taken = committed.get(number);
                            if (taken == null) {
                                violations.add(
                                        number
                                                + ": acknowledged "
                                                + thanked.last()
                                                + ", not there");
                            } else if (taken.first().isAfter(thanked.first())
                                    || taken.last().isAfter(thanked.last())) {
                                violations.add(
                                        "%s: acknowledged %s to %s, committed %s to %s"
                                                .formatted(
                                                        number,
                                                        thanked.first(),
                                                        thanked.last(),
                                                        taken.first(),
                                                        taken.last()));
                            }
                        });
        return violations;
    }

    /** How many were compared. */
    int compared() {
        return spans(stage.judge().jdbc(), CHANNELS).size();
    }

    private static Map<String, Span> spans(JdbcClient jdbc, String sql) {
        var spans = new HashMap<String, Span>();
        jdbc.sql(sql)
                .query(
                        row -> {
                            spans.put(
                                    row.getString(1),
                                    new Span(
                                            row.getTimestamp(2).toInstant(),
                                            row.getTimestamp(3).toInstant()));
                        });
        return spans;
    }
}
