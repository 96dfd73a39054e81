package io.serai.console.access;

import static io.serai.console.access.Right.OPERATE;
import static io.serai.console.access.Right.READ;
import static io.serai.console.access.Right.REVEAL_CARD;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a user is there for: at the hotels or chains named for them, or everywhere. */
public enum Role {
    /** Looks. */
    VIEWER(EnumSet.of(READ)),
    /** Works for hotels day by day. */
    OPERATOR(EnumSet.of(READ, OPERATE)),
    /** Keeps the books: sees money and cards, sets neither rooms nor prices. */
    FINANCE(EnumSet.of(READ, Right.FINANCE, REVEAL_CARD)),
    /** Works on routes and connections; as a user's own role, for all hotels. */
    ENGINEER(EnumSet.of(READ, OPERATE, Right.ENGINEER)),
    /** May do everything; as a user's own role, for all hotels. */
    ADMIN(EnumSet.allOf(Right.class));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = Set.copyOf(rights);
    }

    /**
     * The role of this name in the table of users.
     *
     * @throws IllegalArgumentException for any other
     */
    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "role: '" + word + "' (expected: viewer, operator, finance, engineer or admin)");
    }

    /** Its name in the table of users. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it may do. */
    public Set<Right> rights() {
        return rights;
    }

    /** Whether it is for all hotels where it is a user's own role. */
    boolean isEverywhere() {
        return this == ENGINEER || this == ADMIN;
    }
}
