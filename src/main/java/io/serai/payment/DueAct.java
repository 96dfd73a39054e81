package io.serai.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge or refund, claimed by whoever holds its fence.
 *
 * @param key under which its gateway does it once
 * @param card the token of the card that is charged
 * @param charge the gateway's name of the charge that is given back
 * @param number the channel's number of the booking
 * @param begunAt when it first left; null: nothing of it ever did
 * @param tries calls without a final answer
 */
record DueAct(
        long id,
        int hotel,
        long reservation,
        String kind,
        String gateway,
        BigDecimal amount,
        String currency,
        UUID key,
        @Nullable String card,
        @Nullable String charge,
        String number,
        @Nullable Instant begunAt,
        int tries,
        long fence) {

    boolean isCharge() {
        return kind.equals("charge");
    }
}
