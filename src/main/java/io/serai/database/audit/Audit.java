package io.serai.database.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what somebody did or saw, in the transaction that does or shows it: no entry, no act.
 * Entries name things by their ids; they never hold values of people or cards.
 */
@Component
public class Audit {

    private final JdbcClient engine;

    Audit(JdbcClient engine) {
        this.engine = engine;
    }

    /**
     * What was done to, or shown of.
     *
     * @param hotel whose it is; null: it is no hotel's
     * @param kind its table, or what it is called in the trade
     * @param id null where it has none
     */
    public record Subject(@Nullable Integer hotel, String kind, @Nullable Long id) {}

    /**
     * Writes an entry, in the transaction that is under way.
     *
     * @param actor who acts: {@code user:…}, {@code key:…}, {@code engine:…}
     * @param what the act, in a word or two with hyphens: {@code reveal}, {@code refund}
     * @param subject of what
     * @param reason in the words of who acts; null where none is asked for
     */
    public void record(String actor, String what, Subject subject, @Nullable String reason) {
        engine.sql(
                        """
                        insert into audit (actor, hotel_id, subject, subject_id, act, reason) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(actor, subject.hotel(), subject.kind(), subject.id(), what, reason)
                .update();
    }
}
