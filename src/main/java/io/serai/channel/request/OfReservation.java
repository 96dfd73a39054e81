package io.serai.channel.request;

import io.serai.channel.Action;
import io.serai.channel.Action.Proof;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about that is done with a reservation.
 *
 * @param reservation its key here
 * @param action as channel.yaml names it
 * @param rule what channel.yaml says of it
 */
public record OfReservation(long reservation, String action, Action rule) {

    /** What the channel must tell afterwards; null where its answer is all there is. */
    @Nullable String awaits() {
        return rule.confirmedBy() == Proof.ANSWER ? null : rule.confirmedBy().word();
    }

    boolean isTold() {
        return rule.told();
    }
}
