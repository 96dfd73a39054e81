package io.serai.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked message that is being replayed.
 *
 * @param parkedAt when it last came
 * @param body as it was parked
 */
public record ParkedMessage(
        long id, String route, @Nullable Long accountId, Instant parkedAt, String body) {

    /** The exchange property that holds the message under replay. */
    public static final String PROPERTY = "parked";

    @Override
    public String toString() {
        return "parked message " + id + " for " + route;
    }
}
