package io.serai.delivery;

import io.serai.ari.Doubt;
import org.jspecify.annotations.Nullable;

/**
 * A night whose price waits until a person approves it.
 *
 * @param remote the channel's rate
 * @param day the night, in days since 1970-01-01
 * @param field the field's name at the channel
 * @param value what was wanted there
 * @param reason which gate it did not pass
 * @param words the same for people
 * @param kept the prices of the night in the hotel's terms
 * @param reference what they would be by the nights around; null: nothing better is known
 */
record Hold(
        int remote,
        int day,
        String field,
        String value,
        Doubt.Reason reason,
        String words,
        long[] kept,
        long @Nullable [] reference) {}
