package io.serai.delivery.price;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's act of setting prices.
 *
 * @param id its key
 * @param actor who, as the audit names them: {@code user:…}, {@code key:…}
 * @param at when
 * @param note why, where they said so
 */
public record HandAct(long id, String actor, Instant at, @Nullable String note) {

    /** Who, without the kind of actor. */
    public String who() {
        return actor.substring(actor.indexOf(':') + 1);
    }
}
