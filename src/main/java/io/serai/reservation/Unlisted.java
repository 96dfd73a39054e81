package io.serai.reservation;

import io.serai.channel.Poll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a channel does not list any more is confirmed there: our word reached it, and its answer was
 * lost, or we were ended before we noted it.
 */
@Component
class Unlisted {

    private static final Logger log = LoggerFactory.getLogger(Unlisted.class);

    private final JdbcClient jdbc;

    Unlisted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All that a queue lists was taken in and none of these was among it, although the question
     * came after our confirmation had left and before the channel would have given up waiting. What
     * was among it has been confirmed again meanwhile.
     */
    void confirm(PollClaim claim, Poll poll) {
        if (poll.lists().isEmpty()) {
            return;
        }
        var confirmed =
                jdbc.sql(
                                """
                                update reservation_revisions v
                                   set acknowledged_at = now(), acknowledged_by = 'no longer listed', confirm_words = null
                                  from channel_polls p, reservations r, third_party_integrations c
                                 where p.account_id = :account and p.queue = :queue and p.owner = :owner and p.fence = :fence
                                   and v.account_id = p.account_id and v.confirm_queue in (:queues)
                                   and v.acknowledged_at is null and v.confirm_ended_at is null and v.confirm_sent_at < p.asked_at
                                   and (v.expires_at is null or p.asked_at < v.expires_at)
                                   and r.id = v.reservation_id and c.id = r.connection_id
                                   and c.account_id = p.account_id and c.state in ('open', 'broken')
                                """)
                        .param("account", claim.accountId())
                        .param("queue", claim.queue())
                        .param("owner", claim.owner())
                        .param("fence", claim.fence())
                        .param("queues", poll.lists())
                        .update();
        if (confirmed > 0) {
            log.info(
                    "Queue '{}' of account {}: {} reservations are not listed any more, so they are confirmed",
                    claim.queue(),
                    claim.accountId(),
                    confirmed);
        }
    }
}
