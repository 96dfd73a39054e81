package io.serai.console.access;

import java.util.Locale;

/** What a user is there for. */
public enum Role {
    /** Works for the hotels named for the user. */
    OPERATOR,
    /** Sees all hotels, and the routes. */
    ENGINEER,
    /** Sees all hotels, and the routes. */
    ADMIN;

    /** The role of this name in the table of users. */
    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Its name in the table of users. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
