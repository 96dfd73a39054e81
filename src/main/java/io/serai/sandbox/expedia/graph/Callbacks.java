package io.serai.sandbox.expedia.graph;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partners' callbacks and which kind of event goes to which. */
final class Callbacks {

    private static final int USUAL_TIMEOUT = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration secretLife;

    /**
     * @param secretLife how long a secret is good
     */
    Callbacks(JdbcClient jdbc, Clock clock, Duration secretLife) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.secretLife = secretLife;
    }

    Callback create(
            String account, String url, String apiKey, @Nullable Integer timeout, String email) {
        var id =
                jdbc.sql(
                                """
                                insert into expedia_callback (account, url, api_key, timeout_seconds,
                                       contact_email, secret, secret_expires_at)
                                values (?, ?, ?, ?, ?, ?, ?) returning callback_id""")
                        .params(
                                account,
                                url,
                                apiKey,
                                timeout == null ? USUAL_TIMEOUT : timeout,
                                email,
                                secret(),
                                Timestamp.from(clock.instant().plus(secretLife)))
                        .query(UUID.class)
                        .single();
        return get(account, id.toString());
    }

    /** Changes what is named and leaves the rest. */
    Callback update(String account, String id, Map<String, Object> input) {
        var callback = get(account, id);
        jdbc.sql(
                        """
                        update expedia_callback
                           set url             = coalesce(?::text, url),
                               api_key         = coalesce(?::text, api_key),
                               timeout_seconds = coalesce(?::int, timeout_seconds),
                               contact_email   = coalesce(?::text, contact_email)
                         where callback_id = ?""")
                .param(input.get("callbackUrl"))
                .param(input.get("apiKey"))
                .param(input.get("requestTimeoutSeconds"))
                .param(input.get("contactEmail"))
                .param(callback.id())
                .update();
        return get(account, id);
    }

    /** Gives another secret. */
    Callback refresh(String account, String id, boolean keepsOld) {
        var callback = get(account, id);
        jdbc.sql(
                        """
                        update expedia_callback
                           set previous_secret     = case when :keep then secret end,
                               previous_expires_at = case when :keep then secret_expires_at end,
                               secret              = :secret,
                               secret_expires_at   = :end
                         where callback_id = :id""")
                .param("keep", keepsOld)
                .param("secret", secret())
                .param("end", Timestamp.from(clock.instant().plus(secretLife)))
                .param("id", callback.id())
                .update();
        return get(account, id);
    }

    void delete(String account, String id) {
        jdbc.sql("delete from expedia_callback where callback_id = ?")
                .param(get(account, id).id())
                .update();
    }

    void subscribe(String account, String event, Callback callback) {
        jdbc.sql(
                        """
                        insert into expedia_subscription (account, event_type, callback_id, since)
                        values (?, ?, ?, ?)
                        on conflict (account, event_type)
                        do update set callback_id = excluded.callback_id""")
                .params(account, event, callback.id(), Timestamp.from(clock.instant()))
                .update();
    }

    void unsubscribe(String account, String event) {
        jdbc.sql("delete from expedia_subscription where account = ? and event_type = ?")
                .params(account, event)
                .update();
    }

    List<Callback> of(String account) {
        return jdbc.sql("select * from expedia_callback where account = ? order by callback_id")
                .param(account)
                .query(Callbacks::read)
                .list();
    }

    /** The callback that must be the account's. */
    Callback get(String account, String id) {
        return of(account).stream()
                .filter(callback -> callback.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("callback config '" + id + "' is not known"));
    }

    /** The callback an account's events of a kind go to. */
    Optional<Callback> subscribed(String account, String event) {
        return jdbc.sql(
                        """
                        select c.* from expedia_subscription s join expedia_callback c using (callback_id)
                         where s.account = ? and s.event_type = ?""")
                .params(account, event)
                .query(Callbacks::read)
                .optional();
    }

    List<String> events(String account) {
        return jdbc.sql("select event_type from expedia_subscription where account = ? order by 1")
                .param(account)
                .query(String.class)
                .list();
    }

    void greeted(Callback callback, int status) {
        jdbc.sql("update expedia_callback set greeted_status = ? where callback_id = ?")
                .params(status, callback.id())
                .update();
    }

    private static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Callback read(ResultSet row, int number) throws SQLException {
        return new Callback(
                row.getObject("callback_id", UUID.class),
                row.getString("account"),
                row.getString("url"),
                row.getString("api_key"),
                row.getInt("timeout_seconds"),
                row.getString("contact_email"),
                row.getString("secret"),
                row.getTimestamp("secret_expires_at").toInstant(),
                row.getString("previous_secret"),
                instant(row.getTimestamp("previous_expires_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
