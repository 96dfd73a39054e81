package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * How a channel takes one field of a night.
 *
 * @param at the level it is set at; null only for a field that is not taken
 * @param request the request that carries it; null only for a field that is not taken
 * @param per what several values of a night are told apart by; null for a single value
 * @param send what a message carries when one of several values changed
 * @param none the value that means no restriction; null where there is none to send
 * @param min the smallest value the channel takes; null for no bound
 * @param max the largest value the channel takes; null for no bound
 * @param empties whether a room type that it closes is told to have no rooms, too
 * @param keeps whether a price that is told no more stays on sale there
 * @param notTaken what is done instead when the channel does not take the field; null when it does
 */
public record FieldRule(
        @Nullable Level at,
        @Nullable String request,
        @Nullable PriceBasis per,
        Sending send,
        @Nullable Integer none,
        @Nullable Integer min,
        @Nullable Integer max,
        boolean empties,
        boolean keeps,
        @Nullable Substitute notTaken) {

    @JsonCreator
    public FieldRule {
        send = send == null ? Sending.ELEMENT : send;
    }

    /** One that changes no other field. */
    public FieldRule(
            @Nullable Level at,
            @Nullable String request,
            @Nullable PriceBasis per,
            Sending send,
            @Nullable Integer none,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Substitute notTaken) {
        this(at, request, per, send, none, min, max, false, false, notTaken);
    }

    /** Whether the channel takes the field at all. */
    public boolean taken() {
        return notTaken == null;
    }
}
