package io.serai.sandbox.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the notification service is to tell a partner.
 *
 * @param tokenUrl where it gets its token
 * @param webhookUrl where it tells
 * @param clientId what it shows for the token, with its secret
 * @param notifications in the order in which things happened
 * @param repeats how often each is told; once when missing
 * @param disorder whether the last that happened is told first
 * @param token {@code given}, {@code wrong} (bent on its way) or {@code none}
 */
record Errand(
        String tokenUrl,
        String webhookUrl,
        String clientId,
        String clientSecret,
        List<Notice> notifications,
        int repeats,
        boolean disorder,
        @Nullable String token) {

    Errand {
        repeats = Math.max(1, repeats);
        token = Objects.requireNonNullElse(token, "given");
    }

    /**
     * One thing that happened.
     *
     * @param uuid its name; another for each when missing
     */
    record Notice(@Nullable String uuid, String type, JsonNode payload) {}
}
