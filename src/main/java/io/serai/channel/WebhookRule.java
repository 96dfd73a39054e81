package io.serai.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a channel's webhook calls are proved to be the channel's.
 *
 * @param verifier the kind of proof, as {@code hmac-sha256}
 * @param header the header that carries it
 * @param signed what is signed, with {@code {timestamp}} and {@code {body}}; null for the body
 * @param window how old a call may be; null for no bound
 * @param message where a call's body names itself, as a JSON pointer; null: its hash is its name
 * @param kind where it says what it is about, as a JSON pointer; null when it does not
 */
public record WebhookRule(
        String verifier,
        String header,
        @Nullable String signed,
        @Nullable Duration window,
        @Nullable String message,
        @Nullable String kind) {}
