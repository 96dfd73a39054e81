package io.serai.channel.account;

import java.util.Map;

/**
 * An account with what it signs in with and is known by.
 *
 * @param account its id
 * @param credentials by their names
 */
public record AccountLogin(long account, Map<String, String> credentials) {

    public AccountLogin {
        credentials = Map.copyOf(credentials);
    }

    /** The names alone. */
    @Override
    public String toString() {
        return "AccountLogin[" + account + credentials.keySet() + "]";
    }
}
