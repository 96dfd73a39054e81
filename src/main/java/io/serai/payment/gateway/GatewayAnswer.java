package io.serai.payment.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What a gateway says became of a charge or refund.
 *
 * @param reference the gateway's own name of it; null where it was not done
 * @param code why it was declined, or is for later, in the gateway's code
 * @param words the gateway's words on that
 */
public record GatewayAnswer(
        Outcome outcome,
        @Nullable String reference,
        @Nullable String code,
        @Nullable String words) {

    /** What became of it. */
    public enum Outcome {
        /** The money moved. */
        DONE,
        /** It did not and will not under this key. */
        DECLINED,
        /** Not now: nothing was done. */
        LATER,
        /** It cannot be told: the same key tells. */
        UNKNOWN
    }

    static GatewayAnswer done(String reference) {
        return new GatewayAnswer(Outcome.DONE, reference, null, null);
    }

    static GatewayAnswer not(Outcome outcome, @Nullable String code, @Nullable String words) {
        return new GatewayAnswer(outcome, null, code, words);
    }
}
