package io.serai.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.PortJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time that a queue is asked about which lists what happened between two moments. */
@Component("pollWindow")
public class PollWindow {

    private final JdbcClient jdbc;

    PollWindow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Window(@Nullable String hotel, String from, String to, @Nullable String after) {}

    /**
     * From the last time all of it was taken in until now, as JSON {@code {from, to}}.
     *
     * @param overlap how much of the time before is asked about again, as {@code 15m}
     * @param first how far the first look goes back, as {@code 1d}
     */
    public String of(
            @Header("Serai-Account") long accountId,
            @Header("Serai-Queue") String queue,
            String overlap,
            String first) {
        return jdbc.sql(
                        """
                        select now() as now, (select known_at from channel_polls where account_id = ? and queue = ?) as known
                        """)
                .params(accountId, queue)
                .query(
                        (row, number) -> {
                            var now = row.getTimestamp("now").toInstant();
                            var known = row.getTimestamp("known");
                            var from =
                                    known == null
                                            ? now.minus(DurationStyle.SIMPLE.parse(first))
                                            : known.toInstant()
                                                    .minus(DurationStyle.SIMPLE.parse(overlap));
                            return PortJson.write(new Window(null, text(from), text(now), null));
                        })
                .single();
    }

    /** The same time for one hotel, as JSON {@code {hotel, from, to, after}}. */
    public String question(
            @Variable("window") String window,
            @Variable("hotel") String hotel,
            @Variable("after") @Nullable String after) {
        var time = PortJson.read(window, Window.class);
        return PortJson.write(new Window(hotel, time.from(), time.to(), after));
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
