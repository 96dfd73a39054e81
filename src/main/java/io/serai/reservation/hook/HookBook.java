package io.serai.reservation.hook;

import io.serai.reservation.hook.StoredHook.HookWish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a hotel's systems are told, within a transaction; who changes it is written down. */
public final class HookBook {

    private static final String SELECT =
            """
            select s.id, s.url, s.events, s.payload, s.is_enabled, s.disabled_reason, s.previous_until, s.created_at,
                   (select count(*) from hook_deliveries d where d.subscription_id = s.id and d.state = 'waiting') as waiting,
                   (select count(*) from hook_deliveries d where d.subscription_id = s.id and d.state = 'parked') as parked
              from hook_subscriptions s where s.hotel_id = ?
            """;

    private final JdbcClient session;
    private final int hotel;

    /**
     * @param session sees the hotel
     */
    public HookBook(JdbcClient session, int hotel) {
        this.session = session;
        this.hotel = hotel;
    }

    /** All, the oldest first. */
    public List<StoredHook> all() {
        return session.sql(SELECT + " order by s.id")
                .param(hotel)
                .query((row, number) -> hook(row))
                .list();
    }

    /** One of the hotel's. */
    public Optional<StoredHook> find(long id) {
        return session.sql(SELECT + " and s.id = ?")
                .params(hotel, id)
                .query((row, number) -> hook(row))
                .optional();
    }

    /** Adds one and gives its key. */
    public long add(HookWish wish, byte[] secret) {
        long id =
                session.sql(
                                """
                                insert into hook_subscriptions (hotel_id, url, events, payload, is_enabled, secret_sealed)
                                values (?, ?, ?, ?, ?, ?) returning id
                                """)
                        .params(
                                hotel,
                                wish.url(),
                                wish.events().toArray(String[]::new),
                                wish.payload(),
                                wish.enabled(),
                                secret)
                        .query(Long.class)
                        .single();
        written(id, "add");
        return id;
    }

    /** Makes one what is wished. What waits for it is sent there. */
    public void change(long id, HookWish wish) {
        session.sql(
                        """
                        update hook_subscriptions
                           set url = :url, events = :events, payload = :payload, is_enabled = :enabled,
                               disabled_reason = case when not :enabled then disabled_reason end
                         where id = :id
                        """)
                .param("url", wish.url())
                .param("events", wish.events().toArray(String[]::new))
                .param("payload", wish.payload())
                .param("enabled", wish.enabled())
                .param("id", id)
                .update();
        written(id, "change");
    }

    /** Gives it another secret; the one before signs too for a while. */
    public void rotate(long id, byte[] secret, Duration both) {
        session.sql(
                        """
                        update hook_subscriptions
                           set secret_sealed = ?, previous_until = now() + make_interval(secs => ?) where id = ?
                        """)
                .params(secret, both.toMillis() / 1000.0, id)
                .update();
        written(id, "rotate");
    }

    /** Takes it away with all that it was told. */
    public void remove(long id) {
        session.sql("delete from hook_subscriptions where id = ?").param(id).update();
        written(id, "remove");
    }

    private void written(long id, String act) {
        session.sql(
                        "insert into audit (hotel_id, subject, subject_id, act) values (?, 'hook_subscriptions', ?, ?)")
                .params(hotel, id, act)
                .update();
    }

    private static StoredHook hook(ResultSet row) throws SQLException {
        return new StoredHook(
                row.getLong("id"),
                new HookWish(
                        row.getString("url"),
                        List.of((String[]) row.getArray("events").getArray()),
                        row.getString("payload"),
                        row.getBoolean("is_enabled")),
                row.getString("disabled_reason"),
                row.getObject("previous_until", OffsetDateTime.class),
                row.getObject("created_at", OffsetDateTime.class),
                row.getInt("waiting"),
                row.getInt("parked"));
    }
}
