package io.serai.alert;

import io.serai.channel.wire.Call;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told in one go.
 *
 * @param id the same however often it is sent
 * @param at when it was to be told
 * @param hotel whose receiver it is; null: that of all hotels
 * @param way mail or webhook
 * @param secretSealed what signs it; null for mail
 * @param told one or more, what hurries most first
 */
record AlertMessage(
        String id,
        Instant at,
        long receiver,
        @Nullable Integer hotel,
        String receiverName,
        String way,
        String address,
        byte @Nullable [] secretSealed,
        List<Told> told) {

    /**
     * What is told of one alert.
     *
     * @param what raised, lasts, over or test
     * @param alert null: it is a test
     */
    record Told(String what, @Nullable Alert alert) {

        static final String OVER = "over";

        /** What hurries more is smaller; what is over hurries least. */
        int rank() {
            return alert == null || what.equals(OVER)
                    ? 0
                    : -1 - Severity.of(alert.severity()).ordinal();
        }

        /** Whether it lasts, and hurries most. */
        boolean isUrgent() {
            return rank() == -1 - Severity.URGENT.ordinal();
        }
    }

    AlertMessage {
        told = List.copyOf(told);
    }

    /** As what it is sent, however often. */
    Call.Errand errand() {
        return new Call.Errand("alert-tell", "engine:alerts", id, hotel);
    }

    /** The same, telling of all these. */
    AlertMessage telling(List<Told> all) {
        return new AlertMessage(
                id, at, receiver, hotel, receiverName, way, address, secretSealed, all);
    }

    /** What is told first. */
    Told first() {
        return told.get(0);
    }

    @Override
    public String toString() {
        return "alert message " + id;
    }
}
