package io.serai.bench;

import io.serai.bench.Chronicle.Strike;
import java.util.List;

/** The faults of channels that struck a call, by the stand-ins' own record of calls. */
final class Strikes {

    private Strikes() {}

    private static final String STRUCK =
            """
            select pg_xact_commit_timestamp(xmin) as at, fault, method || ' ' || path as what
              from sandbox.call where fault is not null
             union all
            select pg_xact_commit_timestamp(xmin), fault, method || ' ' || path
              from sandbox.expedia_call where fault is not null
            """;

    static int count(Stage stage) {
        return stage.judge()
                .jdbc()
                .sql("select count(*) from (" + STRUCK + ") struck")
                .query(Integer.class)
                .single();
    }

    /** All, by the server's time, which nobody moves. */
    static List<Strike> all(Stage stage) {
        return stage.judge()
                .jdbc()
                .sql(STRUCK)
                .query(
                        (row, number) ->
                                new Strike(
                                        row.getTimestamp("at").toInstant(),
                                        "channel: " + row.getString("fault"),
                                        1,
                                        row.getString("what")))
                .list();
    }
}
