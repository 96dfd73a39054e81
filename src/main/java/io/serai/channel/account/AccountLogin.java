package io.serai.channel.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account with what it signs in with and is known by.
 *
 * @param account its id
 * @param credentials by their names; none where they do not open
 * @param broken why they do not open; null when they do
 */
public record AccountLogin(
        long account, Map<String, String> credentials, @Nullable RuntimeException broken) {

    public AccountLogin {
        credentials = Map.copyOf(credentials);
    }

    /** The names alone. */
    @Override
    public String toString() {
        return "AccountLogin[" + account + credentials.keySet() + "]";
    }
}
