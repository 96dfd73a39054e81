package io.serai.delivery;

import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is parked of a booking, as seen by a message of the same booking. */
@Repository
public class ParkedBookings {

    private final JdbcClient jdbc;

    ParkedBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A later message of a booking was taken: those that are parked are tried once more, since a
     * card may come with them, and settled then. A new booking overtakes no change of it, and only
     * a cancellation overtakes a cancellation.
     *
     * @param kind what the taken one says happened: new, modify or cancel
     * @param fingerprint of the message as the channel told it; null where that is not known
     * @param replayed the taken one where it was parked itself
     */
    public void overtake(
            long account,
            String booking,
            String kind,
            @Nullable String fingerprint,
            @Nullable ParkedMessage replayed) {
        jdbc.sql(
                        """
                        update parked_messages set overtaken_at = now(), next_try_at = now()
                         where account_id = :account and kind = 'reservation' and state = 'parked' and overtaken_at is null
                           and id is distinct from :replayed and (:at::timestamptz is null or parked_at <= :at)
                           and (message_key = :told
                                or booking = :booking
                                   and array_position(array['new', 'modify', 'cancel'], coalesce(told, 'new'))
                                       <= array_position(array['new', 'modify', 'cancel'], :kind))
                        """)
                .param("account", account)
                .param("booking", booking)
                .param("kind", kind)
                .param("told", account + "/" + fingerprint)
                .param("at", replayed == null ? null : replayed.parkedAt().atOffset(ZoneOffset.UTC))
                .param("replayed", replayed == null ? null : replayed.id())
                .update();
    }

    /**
     * The earliest parked message of a booking.
     *
     * @param replayed the one that asks, where it is parked itself
     */
    public Optional<Long> earlier(
            long account, String booking, @Nullable String key, @Nullable ParkedMessage replayed) {
        return jdbc.sql(
                        """
                        select id from parked_messages
                         where account_id = :account and booking = :booking and kind = 'reservation' and state = 'parked'
                           and message_key is distinct from :key and id < coalesce(:replayed, id + 1) order by id limit 1
                        """)
                .param("account", account)
                .param("booking", booking)
                .param("key", key)
                .param("replayed", replayed == null ? null : replayed.id())
                .query(Long.class)
                .optional();
    }
}
