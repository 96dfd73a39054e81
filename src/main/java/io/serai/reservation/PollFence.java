package io.serai.reservation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps an instance that was paused from applying an answer that is no longer the newest. */
@Component
class PollFence {

    private final JdbcClient jdbc;

    PollFence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody takes the queue over under which something came. */
    void hold(Delivery delivery) {
        var claim = delivery.asking();
        if (claim != null && !isHeld(claim)) {
            throw new PollLost(claim);
        }
    }

    /** Keeps others from claiming the queue, and nobody from renewing the claim meanwhile. */
    private boolean isHeld(PollClaim claim) {
        return jdbc.sql(
                        """
                        select true from channel_polls
                         where account_id = ? and queue = ? and owner = ? and fence = ?
                           for key share
                        """)
                .params(claim.accountId(), claim.queue(), claim.owner(), claim.fence())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }
}
