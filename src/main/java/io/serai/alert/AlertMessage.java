package io.serai.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told.
 *
 * @param id the same however often it is sent
 * @param told raised, lasts, over or test
 * @param at when it was to be told
 * @param way mail or webhook
 * @param secretSealed what signs it; null for mail
 * @param alert what it tells of; null: it is a test
 */
record AlertMessage(
        String id,
        String told,
        Instant at,
        long receiver,
        String receiverName,
        String way,
        String address,
        byte @Nullable [] secretSealed,
        @Nullable Alert alert) {

    static final String TEST = "test";

    @Override
    public String toString() {
        return "alert message " + id;
    }
}
