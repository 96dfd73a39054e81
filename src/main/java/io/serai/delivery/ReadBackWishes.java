package io.serai.delivery;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which connections are to be looked at, and when: rows, so that a kill forgets none. What is
 * suspected is looked at again once all queues of the account were asked since.
 */
@Component("readBackWishes")
public class ReadBackWishes {

    private static final String PORT = "ari-read";

    private static final String SECOND_LOOK =
            """
            (d.settled_at is null and d.confirmed_at is null
             and not exists (select from channel_polls p
                              where p.account_id = c.account_id and not (p.owner is null and p.failures = 0 and p.asked_at > d.found_at))
             and not exists (select from parked_messages m
                              where m.account_id = c.account_id and m.kind = 'reservation' and m.state = 'parked'))
            """;

    private final JdbcClient jdbc;
    private final Channels channels;
    private final CamelContext camel;

    ReadBackWishes(JdbcClient jdbc, Channels channels, CamelContext camel) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.camel = camel;
    }

    /**
     * Has all open connections looked at whose channel shows what it holds; returns how many.
     *
     * @param zone the time zone of their hotels; null: any
     */
    public int all(@Header("Serai-Zone") @Nullable String zone) {
        String which =
                "c.provider = ? and (?::text is null"
                        + " or exists (select from hotels h where h.id = c.hotel_id and h.time_zone = ?))";
        return channels.all().stream()
                .filter(this::isOffered)
                .mapToInt(channel -> want(which, channel.code(), zone, zone))
                .sum();
    }

    /**
     * Has a connection looked at; false when it is not open, or its account does not have the port.
     */
    public boolean want(int connection) {
        return want("c.id = ?", connection) > 0;
    }

    private int want(String which, @Nullable Object... values) {
        Map<String, String> marks = new TreeMap<>();
        channels.all()
                .forEach(
                        channel ->
                                channel.definition()
                                        .markFor(PORT)
                                        .ifPresent(mark -> marks.put(channel.code(), mark)));
        List<@Nullable Object> params = new ArrayList<>();
        params.add(marks.keySet().toArray(String[]::new));
        params.add(marks.values().toArray(String[]::new));
        Collections.addAll(params, values);
        return jdbc.sql(
                        """
                        update claims k set read_back_at = clock_timestamp(), read_back_from = null
                          from third_party_integrations c
                         where c.id = k.connection_id and c.open
                           and not exists (select from unnest(?::text[], ?::text[]) m (provider, mark)
                                            where m.provider = c.provider and account_choice(c.account_id, m.mark) is distinct from 'true')
                           and
                        """
                                + which)
                .params(params)
                .update();
    }

    /** Whether a channel's folder has the port that reads what it holds. */
    public boolean isOffered(Channel channel) {
        return camel.getRoute(channel.folder() + "-" + PORT) != null;
    }

    /** The connections that are to be looked at now and that nobody works for. */
    public List<Integer> due() {
        return jdbc.sql(
                        """
                        select k.connection_id from claims k join third_party_integrations c on c.id = k.connection_id and c.open
                         where k.until < clock_timestamp()
                           and (k.read_back_at <= clock_timestamp()
                                or (k.read_back_at is null and exists (
                                    select from drifts d where d.connection_id = k.connection_id and
                        """
                                + SECOND_LOOK
                                + "))) order by k.read_back_at, k.connection_id")
                .query(Integer.class)
                .list();
    }

    /** Whether the whole record of a claimed connection is to be looked at, and from where on. */
    @Nullable Whole whole(int connection) {
        return jdbc.sql(
                        """
                        select read_back_from from claims where connection_id = ? and read_back_at <= clock_timestamp()
                        """)
                .param(connection)
                .query((row, number) -> new Whole(row.getObject("read_back_from", LocalDate.class)))
                .optional()
                .orElse(null);
    }

    /**
     * All nights.
     *
     * @param from the night to go on with; null to begin
     */
    record Whole(@Nullable LocalDate from) {}

    /** What is suspected and may be looked at again. */
    List<ReadBackSlice> suspected(int connection) {
        return jdbc.sql(
                        "select lower(d.nights) as first, upper(d.nights) - 1 as last"
                                + " from drifts d join third_party_integrations c on c.id = d.connection_id"
                                + " where d.connection_id = ? and "
                                + SECOND_LOOK)
                .param(connection)
                .query(
                        (row, number) ->
                                new ReadBackSlice(
                                        row.getObject("first", LocalDate.class),
                                        row.getObject("last", LocalDate.class)))
                .list();
    }

    /** Nights are past: what was found in them is not looked at again. */
    void forgetBefore(int connection, LocalDate today) {
        jdbc.sql(
                        """
                        update drifts set nights = case when upper(nights) > :today then nights * daterange(:today, null) else nights end,
                               settled_at = case when upper(nights) <= :today then clock_timestamp() end,
                               settled_as = case when upper(nights) <= :today then 'gone' end,
                               settled_by = case when upper(nights) <= :today then 'engine:read-back' end
                         where connection_id = :connection and settled_at is null and lower(nights) < :today
                        """)
                .param("today", today)
                .param("connection", connection)
                .update();
    }

    /** Now, by the database's clock. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
    }

    /** The wish is fulfilled, unless somebody wished again meanwhile. */
    void fulfilled(int connection, Instant begun) {
        jdbc.sql(
                        """
                        update claims set read_back_at = null, read_back_from = null where connection_id = ? and read_back_at <= ?
                        """)
                .params(connection, Timestamp.from(begun))
                .update();
    }

    /** Goes on later: with this night where it gave way, from the beginning where it failed. */
    void later(int connection, Duration wait, @Nullable LocalDate rest) {
        jdbc.sql(
                        """
                        update claims set read_back_at = clock_timestamp() + :wait * interval '1 second', read_back_from = :rest
                         where connection_id = :connection
                        """)
                .param("wait", wait.toMillis() / 1000.0)
                .param("rest", rest, Types.DATE)
                .param("connection", connection)
                .update();
    }
}
