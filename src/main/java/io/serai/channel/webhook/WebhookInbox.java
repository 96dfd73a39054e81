package io.serai.channel.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The webhook calls that hotels may see. A call that names no hotel is seen by whoever may see all
 * hotels of its account, or of its channel where nobody knows its account.
 */
@Repository
public class WebhookInbox {

    /** The states of calls from which nothing followed. */
    public static final List<String> IDLE = List.of("unknown", "unused", "malformed", "parked");

    private static final String COLUMNS =
            "w.id, w.received_at, w.provider, w.hook, w.hotel_id, w.kind, w.state, w.reason, w.tries";

    private static final String SEEN =
            """
            (w.hotel_id = any (:hotels)
             or w.hotel_id is null
                and exists (select from third_party_integrations c
                             where c.provider = w.provider and (w.account_id is null or c.account_id = w.account_id)
                               and c.hotel_id = any (:hotels))
                and not exists (select from third_party_integrations c
                                 where c.provider = w.provider and (w.account_id is null or c.account_id = w.account_id)
                                   and c.state <> 'disconnected' and c.hotel_id <> all (:hotels)))
            """;

    /** Given up, and no parked message was ever written of it. */
    private static final String FORGOTTEN =
            """
            w.state = 'parked' and not exists (select from parked_messages p
                                                where p.route = 'webhook-process' and p.message_key = w.id::text)
            """;

    private final JdbcClient jdbc;

    WebhookInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of these, of whatever channel and state. */
    public List<KeptCall> idle(Collection<Integer> hotels, long before, int most) {
        return idle(hotels, null, null, before, most);
    }

    /**
     * Calls that are kept and from which nothing followed: malformed, of an unknown kind, or not
     * used; the newest first. Those that are parked are parked messages, and are here only where no
     * such message was written.
     *
     * @param hotels whose calls may be seen
     * @param channel of which they are; null: any
     * @param state one of {@link #IDLE}; null: any
     * @param before only calls with a lower number
     */
    public List<KeptCall> idle(
            Collection<Integer> hotels,
            @Nullable String channel,
            @Nullable String state,
            long before,
            int most) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from ota_webhooks w where (w.state in ('unknown', 'unused', 'malformed') or "
                                + FORGOTTEN
                                + ") and w.id < :before and w.provider = coalesce(:channel, w.provider) and w.state = coalesce(:state, w.state) and "
                                + SEEN
                                + " order by w.id desc limit :most")
                .param("hotels", hotels.toArray(Integer[]::new))
                .param("channel", channel)
                .param("state", state)
                .param("before", before)
                .param("most", most)
                .query(WebhookInbox::call)
                .list();
    }

    /** One call, whatever became of it; empty where these hotels may not see it. */
    public Optional<KeptCall> find(Collection<Integer> hotels, long id) {
        return jdbc.sql("select " + COLUMNS + " from ota_webhooks w where w.id = :id and " + SEEN)
                .param("hotels", hotels.toArray(Integer[]::new))
                .param("id", id)
                .query(WebhookInbox::call)
                .optional();
    }

    /**
     * The latest call of an account to a webhook that was proved, whatever became of it; those of
     * unknown accounts count where the proof names none.
     */
    public Optional<KeptCall> latest(String provider, String hook, long account) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from ota_webhooks w where w.provider = ? and w.hook = ? and (w.account_id = ? or w.account_id is null)"
                                + " order by w.id desc limit 1")
                .params(provider, hook, account)
                .query(WebhookInbox::call)
                .optional();
    }

    private static KeptCall call(ResultSet row, int number) throws SQLException {
        return new KeptCall(
                row.getLong("id"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("provider"),
                row.getString("hook"),
                (Integer) row.getObject("hotel_id"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("tries"));
    }
}
