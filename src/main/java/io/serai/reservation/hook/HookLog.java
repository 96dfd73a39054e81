package io.serai.reservation.hook;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a subscription was told and is to be told, within a transaction. */
public final class HookLog {

    private static final String SELECT =
            """
            select id, message_id, event, revision_id, reservation_id, state, tries, status, words, created_at, tried_at, next_try_at
              from hook_deliveries where subscription_id = :hook
            """;

    private final JdbcClient session;
    private final int hotel;
    private final long hook;

    /**
     * @param session sees the hotel
     * @param hook a subscription of the hotel
     */
    public HookLog(JdbcClient session, int hotel, long hook) {
        this.session = session;
        this.hotel = hotel;
        this.hook = hook;
    }

    /**
     * A page, the latest first.
     *
     * @param state only those in it; null: all
     * @param before those before this one; null: from the latest
     */
    public List<ToldDelivery> page(@Nullable String state, @Nullable Long before, int most) {
        return session.sql(
                        SELECT
                                + """
                                   and (cast(:state as text) is null or state = :state)
                                   and (cast(:before as bigint) is null or id < :before)
                                 order by id desc limit :most
                                """)
                .param("hook", hook)
                .param("state", state)
                .param("before", before)
                .param("most", most)
                .query(ToldDelivery.class)
                .list();
    }

    /** Tells it something that means nothing; returns the key of the delivery. */
    public long ping() {
        return session.sql(
                        "insert into hook_deliveries (hotel_id, subscription_id, event) values (?, ?, 'ping') returning id")
                .params(hotel, hook)
                .query(Long.class)
                .single();
    }

    /** Sends one again under the same id; returns its key, if it is there. */
    public List<Long> again(long delivery) {
        return again("id = :id", delivery);
    }

    /** Sends again what was to be told since a moment. */
    public List<Long> againSince(OffsetDateTime moment) {
        return again("created_at >= :id", moment);
    }

    /** Sends again what is parked. */
    public List<Long> againParked() {
        return again("state = :id", "parked");
    }

    /** One that is under way now is left alone: it is told anyway. */
    private List<Long> again(String which, Object value) {
        return session.sql(
                        """
                        update hook_deliveries set state = 'waiting', tries = 0, next_try_at = now(), settled_at = null
                         where subscription_id = :hook and until <= now() and
                        """
                                + which
                                + " returning id")
                .param("hook", hook)
                .param("id", value)
                .query(Long.class)
                .list();
    }
}
