package io.serai.alert;

import io.serai.alert.AlertMessage.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What receivers are to be told, and what became of it; by the database's clock. */
@Repository
class AlertMessages {

    /** What is told of no alert, and means nothing. */
    static final String TEST = "test";

    private final JdbcClient jdbc;
    private final Duration gather;

    AlertMessages(JdbcClient jdbc, AlertSettings settings) {
        this.jdbc = jdbc;
        this.gather = settings.gather();
    }

    /**
     * Has everybody told of an alert whom it concerns, in this transaction; that it is over, those
     * who were told of it. To a mail box it goes with what comes within a while.
     */
    void tell(long alert, Course.Told told) {
        jdbc.sql(
                        """
                        insert into alert_messages (hotel_id, receiver_id, alarm_id, what, next_try_at)
                        select r.hotel_id, r.id, a.id, :what, clock_timestamp() + make_interval(secs => case r.way when 'mail' then :gather else 0 end)
                          from alarms a cross join alert_receivers r
                         where a.id = :alert and r.is_enabled
                           and (r.kinds = '{}' or a.what = any (r.kinds))
                           and array_position(:severities::text[], a.severity) >= array_position(:severities::text[], r.least_severity)
                           and (r.hotel_id is null or r.hotel_id = a.hotel_id
                                or a.hotel_id is null
                                   and exists (select from third_party_integrations c
                                                where c.account_id = a.account_id and c.hotel_id = r.hotel_id and c.state <> 'disconnected'))
                           and (:what <> 'over' or exists (select from alert_messages m where m.alarm_id = a.id and m.receiver_id = r.id))
                           and a.subject <> 'receiver ' || r.id
                        """)
                .param("what", told.name().toLowerCase(Locale.ROOT))
                .param("alert", alert)
                .param("severities", severities())
                .param("gather", seconds(gather))
                .update();
    }

    private static String[] severities() {
        return Arrays.stream(Severity.values()).map(Severity::word).toArray(String[]::new);
    }

    /** What is to be sent, while it is ours to send; empty where the lease ended before. */
    Optional<AlertMessage> content(ClaimedDigest claimed) {
        List<AlertMessage> each =
                held(
                                "select m.digest, m.what as told, m.created_at, r.id as receiver, r.hotel_id as of_hotel, r.name, r.way, r.address, r.secret_sealed,"
                                        + Alerts.COLUMNS
                                        + """
                                          from alert_messages m join alert_receivers r on r.id = m.receiver_id
                                          left join alarms a on a.id = m.alarm_id left join hotels h on h.id = a.hotel_id
                                        """,
                                " and m.until > now() order by m.id",
                                claimed)
                        .query((row, number) -> message(row))
                        .list();
        return each.stream()
                .findFirst()
                .map(
                        first ->
                                first.telling(
                                        each.stream()
                                                .map(AlertMessage::first)
                                                .sorted(Comparator.comparing(Told::rank))
                                                .toList()));
    }

    private static AlertMessage message(ResultSet row) throws SQLException {
        String told = row.getString("told");
        return new AlertMessage(
                row.getString("digest"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("receiver"),
                row.getObject("of_hotel", Integer.class),
                row.getString("name"),
                row.getString("way"),
                row.getString("address"),
                row.getBytes("secret_sealed"),
                List.of(new Told(told, told.equals(TEST) ? null : Alerts.alert(row, 1))));
    }

    /** It was taken, all of it. */
    @Transactional
    public void done(ClaimedDigest claimed, @Nullable Integer status) {
        settle("state = 'done', settled_at = now(), words = null", claimed, status).update();
        failing("null", "failing_since is not null", claimed);
    }

    /** It was not taken; all of it is sent again after a pause, or given up. */
    @Transactional
    public void putOff(
            ClaimedDigest claimed,
            boolean last,
            Duration pause,
            @Nullable Integer status,
            String words) {
        settle(
                        "state = :state, words = :words, next_try_at = now() + make_interval(secs => :pause)",
                        claimed,
                        status)
                .param("state", last ? "parked" : "waiting")
                .param("words", words)
                .param("pause", seconds(pause))
                .update();
        failing("now()", "failing_since is null", claimed);
    }

    private void failing(String since, String unless, ClaimedDigest claimed) {
        jdbc.sql(
                        "update alert_receivers set failing_since = "
                                + since
                                + " where id = ? and "
                                + unless)
                .param(claimed.turn().receiver())
                .update();
    }

    private JdbcClient.StatementSpec settle(
            String change, ClaimedDigest claimed, @Nullable Integer status) {
        return held(
                        "update alert_messages m set owner = null, until = '-infinity', tried_at = now(), status = :status, "
                                + change,
                        "",
                        claimed)
                .param("status", status, Types.SMALLINT);
    }

    /** A statement about what is claimed, as long as it is. */
    private JdbcClient.StatementSpec held(String statement, String more, ClaimedDigest claimed) {
        return jdbc.sql(
                        statement
                                + " where m.receiver_id = :receiver and m.digest = :digest and m.state = 'waiting' and m.owner = :owner"
                                + more)
                .param("receiver", claimed.turn().receiver())
                .param("digest", claimed.id())
                .param("owner", claimed.owner());
    }

    /** Forgets tests that are so old; what tells of an alert goes with it. Returns how many. */
    int forgetTests(Instant before) {
        return jdbc.sql("delete from alert_messages where what = 'test' and created_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
