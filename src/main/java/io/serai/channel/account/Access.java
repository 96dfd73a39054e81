package io.serai.channel.account;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether an account may call now, and with what. */
public sealed interface Access {

    /**
     * It may.
     *
     * @param credentials by their names
     * @param token the bearer token; null where the channel knows none
     */
    record Granted(Map<String, String> credentials, @Nullable String token) implements Access {

        public Granted {
            credentials = Map.copyOf(credentials);
        }

        /** The names alone. */
        @Override
        public String toString() {
            return "Granted" + credentials.keySet();
        }
    }

    /**
     * It may later.
     *
     * @param after the time after which it is worth asking again
     * @param reason why not now
     */
    record NotNow(Duration after, String reason) implements Access {}

    /**
     * It may not until its credentials change or somebody asks to try again.
     *
     * @param reason what the channel said
     */
    record Broken(String reason) implements Access {}
}
