package io.serai.reservation;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Up to when all is known that happened in queues which are asked for a time. */
@Repository
class PollMemory {

    private final JdbcClient jdbc;

    PollMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers up to when all that happened is known, for a queue that is asked for a time.
     *
     * @param behind how long before this question something may have happened that is not known
     */
    void know(PollClaim claim, Duration behind) {
        PollClaims.held(
                        jdbc,
                        """
                        known_at = case when known_at is null and :behind > 0 then null
                                        else greatest(known_at, asked_at - make_interval(secs => :behind)) end
                        """,
                        claim)
                .param("behind", PollClaims.seconds(behind))
                .update();
    }

    /** The channel will not say what changed since: it is not asked for that again. */
    void lookNoFurtherBack(PollClaim claim) {
        PollClaims.held(jdbc, "recover_from = null, answered_at = asked_at", claim).update();
    }
}
