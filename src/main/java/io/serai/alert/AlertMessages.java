package io.serai.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What receivers are to be told, and who sends it now; by the database's clock. */
@Repository
class AlertMessages {

    private final JdbcClient jdbc;
    private final String owner = "serai-" + UUID.randomUUID();

    AlertMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has everybody told of an alert whom it concerns, in this transaction; that it is over, those
     * who were told of it.
     */
    void tell(long alert, Course.Told told) {
        jdbc.sql(
                        """
                        insert into alert_messages (hotel_id, receiver_id, alarm_id, what)
                        select r.hotel_id, r.id, a.id, :what
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
                .update();
    }

    private static String[] severities() {
        return Arrays.stream(Severity.values()).map(Severity::word).toArray(String[]::new);
    }

    /** Claims messages that are due; those of an alert to one receiver go in their order. */
    @Transactional
    public List<ClaimedMessage> take(int most, Duration lease) {
        return jdbc.sql(
                        """
                        update alert_messages m set owner = :owner, until = now() + make_interval(secs => :lease), tries = m.tries + 1
                          from (select w.id from alert_messages w join alert_receivers r on r.id = w.receiver_id
                                 where w.state = 'waiting' and w.next_try_at <= now() and w.until <= now() and r.is_enabled
                                   and not exists (select from alert_messages e
                                                    where e.receiver_id = w.receiver_id and e.alarm_id = w.alarm_id
                                                      and e.state = 'waiting' and e.id < w.id)
                                 order by w.next_try_at, w.id limit :most for update of w skip locked) due
                         where m.id = due.id
                        returning m.id, m.tries
                        """)
                .param("owner", owner)
                .param("lease", seconds(lease))
                .param("most", most)
                .query(ClaimedMessage.class)
                .list();
    }

    /** What is to be sent, while it is ours to send; empty where the lease ended before. */
    Optional<AlertMessage> content(ClaimedMessage claimed) {
        return jdbc.sql(
                        "select m.what as told, m.message_id, m.created_at, r.id as receiver, r.name, r.way, r.address, r.secret_sealed,"
                                + Alerts.COLUMNS
                                + """
                                  from alert_messages m join alert_receivers r on r.id = m.receiver_id
                                  left join alarms a on a.id = m.alarm_id left join hotels h on h.id = a.hotel_id
                                 where m.id = ? and m.owner = ? and m.until > now()
                                """)
                .params(claimed.id(), owner)
                .query((row, number) -> message(row))
                .optional();
    }

    private static AlertMessage message(ResultSet row) throws SQLException {
        boolean isTest = row.getString("told").equals(AlertMessage.TEST);
        return new AlertMessage(
                row.getString("message_id"),
                row.getString("told"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("receiver"),
                row.getString("name"),
                row.getString("way"),
                row.getString("address"),
                row.getBytes("secret_sealed"),
                isTest ? null : Alerts.alert(row, 1));
    }

    /** It was taken. */
    void done(ClaimedMessage claimed, @Nullable Integer status) {
        held("state = 'done', settled_at = now(), words = null", claimed, status).update();
    }

    /** It was not taken; it is sent again after a pause, or given up. */
    void putOff(
            ClaimedMessage claimed,
            boolean last,
            Duration pause,
            @Nullable Integer status,
            String words) {
        held(
                        "state = :state, words = :words, next_try_at = now() + make_interval(secs => :pause)",
                        claimed,
                        status)
                .param("state", last ? "parked" : "waiting")
                .param("words", words)
                .param("pause", seconds(pause))
                .update();
    }

    /** Forgets tests that are so old; what tells of an alert goes with it. Returns how many. */
    int forgetTests(Instant before) {
        return jdbc.sql("delete from alert_messages where alarm_id is null and created_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private JdbcClient.StatementSpec held(
            String change, ClaimedMessage claimed, @Nullable Integer status) {
        return jdbc.sql(
                        "update alert_messages set owner = null, until = '-infinity', tried_at = now(), status = :status, "
                                + change
                                + " where id = :id and owner = :owner")
                .param("status", status, Types.SMALLINT)
                .param("id", claimed.id())
                .param("owner", owner);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
