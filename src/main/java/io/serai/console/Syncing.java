package io.serai.console;

import io.serai.delivery.Marks;
import io.serai.delivery.Refusals;
import io.serai.delivery.Wakes;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a connection looked at on demand; the dispatcher knows with the commit. */
@Component
class Syncing {

    private final Marks marks;
    private final Refusals refusals;
    private final Wakes wakes;

    Syncing(Marks marks, Refusals refusals, Wakes wakes) {
        this.marks = marks;
        this.refusals = refusals;
        this.wakes = wakes;
    }

    /** Sends what differs. */
    @Transactional
    public void difference(int connection, LocalDate from, LocalDate to) {
        marks.look(connection, from, to);
        wakes.afterCommit();
    }

    /** Sends everything, as if the channel held nothing. */
    @Transactional
    public void everything(int connection, LocalDate from, LocalDate to) {
        marks.tellAgain(connection, from, to);
        wakes.afterCommit();
    }

    /**
     * Tries again what the channel refused.
     *
     * @return how many refusals that were
     */
    @Transactional
    public int refused(int connection) {
        int lifted = refusals.lift(connection);
        wakes.afterCommit();
        return lifted;
    }
}
