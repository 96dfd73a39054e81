package io.serai.reservation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channels;
import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.channel.request.ChannelRequests;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the reservations of connections compared with those that their channels list: at first, daily
 * and after an outage. Each is a request of the port {@code reservations-compare} with {@code
 * days}, how many days back what happened is looked at.
 */
@Component("comparisons")
public class Comparisons {

    private static final String PORT = "reservations-compare";
    private static final int FURTHEST = 365;
    private static final String ACTOR = "job:reservations";
    private static final String DAYS =
            """
            case when r.compared_at is null then :furthest
                 else ceil(extract(epoch from now() - least(r.since, r.compared_at)) / 86400)::integer + 1 end as days
            """;

    private final JdbcClient jdbc;
    private final Channels channels;
    private final ChannelRequests requests;
    private final ReservationSettings settings;
    private final Differences differences;

    Comparisons(
            JdbcClient jdbc,
            Channels channels,
            @Lazy ChannelRequests requests,
            ReservationSettings settings,
            Differences differences) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.requests = requests;
        this.settings = settings;
        this.differences = differences;
    }

    private record Comparable(int id, String provider, int days) {}

    /**
     * Wants the reservations of all of an account's connections compared.
     *
     * @param since from when on what happened may have been missed
     */
    @Transactional
    void wantAll(long accountId, Instant since) {
        jdbc.sql(
                        """
                        update reservation_comparisons r set since = least(r.since, cast(? as timestamptz)), wanted_at = clock_timestamp()
                          from third_party_integrations c where c.id = r.connection_id and c.account_id = ?
                        """)
                .params(since.atOffset(ZoneOffset.UTC), accountId)
                .update();
        ask("c.account_id = :account", accountId, null);
    }

    /** Wants those compared that never were; how many. */
    @Transactional
    int wantFirst() {
        return ask("r.connection_id is null", null, null);
    }

    /**
     * Wants all compared.
     *
     * @param zone of which hotels; null: of all
     * @return how many
     */
    @Transactional
    public int wantDaily(@Header("Serai-Zone") @Nullable String zone) {
        return ask("(cast(:zone as text) is null or h.time_zone = :zone)", null, zone);
    }

    /** Whether a connection's reservations were never compared. */
    boolean isFirst(int connection) {
        return jdbc.sql(
                        "select not exists (select from reservation_comparisons where connection_id = ? and compared_at is not null)")
                .param(connection)
                .query(Boolean.class)
                .single();
    }

    /**
     * The channel is about to be asked.
     *
     * @param request of the port
     * @return the same with {@code days} as far back as is to be looked at now: more may have been
     *     missed since it was wanted
     */
    @Transactional
    public String begin(@Header("Serai-Connection") int connection, @Body String request) {
        var days =
                jdbc.sql(
                                "update reservation_comparisons r set asked_at = clock_timestamp() where connection_id = :connection returning "
                                        + DAYS)
                        .param("connection", connection)
                        .param("furthest", FURTHEST)
                        .query(Integer.class)
                        .optional();
        var now = PortJson.read(request, ObjectNode.class);
        days.ifPresent(back -> now.put("days", back));
        return now.toString();
    }

    /**
     * A list was compared: says what became of the request. It is asked again as long as something
     * differs, or when more was missed after the channel had been asked.
     */
    @Transactional
    public String done(@Header("Serai-Connection") int connection) {
        var more =
                jdbc.sql(
                                """
                                update reservation_comparisons
                                   set compared_at = now(), since = case when wanted_at > asked_at then since end
                                 where connection_id = ? returning since is not null
                                """)
                        .param(connection)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        return differences.open(connection) == 0 && !more
                ? "{\"outcome\":\"applied\",\"items\":[]}"
                : "{\"outcome\":\"pending\",\"ask\":\"%s\",\"after\":%d,\"items\":[]}"
                        .formatted(PORT, settings.compareAgain().toSeconds());
    }

    /** As {@link #done}, of what became of the questions: only what was answered was compared. */
    @Transactional
    public String answered(@Header("Serai-Connection") int connection, @Body String answer) {
        return PortJson.read(answer, PushAnswer.class).outcome() == Outcome.APPLIED
                ? done(connection)
                : answer;
    }

    private int ask(String which, @Nullable Long account, @Nullable String zone) {
        int asked = 0;
        for (Comparable one : comparable(which, account, zone)) {
            var channel = channels.findByCode(one.provider());
            if (channel.isPresent() && requests.isOffered(channel.get(), PORT)) {
                jdbc.sql(
                                """
                                insert into reservation_comparisons (connection_id, hotel_id)
                                select id, hotel_id from third_party_integrations where id = ? on conflict do nothing
                                """)
                        .param(one.id())
                        .update();
                var request = JsonNodeFactory.instance.objectNode().put("days", one.days());
                requests.ask(one.id(), PORT, request, ACTOR);
                asked++;
            }
        }
        return asked;
    }

    private List<Comparable> comparable(
            String which, @Nullable Long account, @Nullable String zone) {
        return jdbc.sql(
                        """
                        select c.id, c.provider,
                        """
                                + DAYS
                                + """
                          from third_party_integrations c join hotels h on h.id = c.hotel_id
                          left join reservation_comparisons r on r.connection_id = c.id
                         where c.state in ('open', 'broken') and c.is_enabled and c.account_id is not null and c.remote_hotel is not null
                           and not exists (select from channel_requests q where q.connection_id = c.id and q.port = :port and q.settled_at is null)
                           and
                        """
                                + which
                                + " order by c.id")
                .param("port", PORT)
                .param("account", account, Types.BIGINT)
                .param("zone", zone, Types.VARCHAR)
                .param("furthest", FURTHEST)
                .query(Comparable.class)
                .list();
    }
}
