package io.serai.console.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that showed a good API key with its request. */
public final class UsedKey extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final long id;
    private final String name;
    private final transient Grants grants;
    private final Instant until;

    UsedKey(long id, String name, Grants grants, Instant until) {
        super(List.of());
        this.id = id;
        this.name = name;
        this.grants = grants;
        this.until = until;
        setAuthenticated(true);
    }

    /** How the audit names what this key does. */
    public String actor() {
        return "key:" + id + ":" + name;
    }

    /** What it may do, and where. */
    public Grants grants() {
        return grants;
    }

    /** Until when what was shown is good, unless somebody ends it before. */
    Instant until() {
        return until;
    }

    /** The same program with one right everywhere, for so long at most. */
    UsedKey only(Right right, Instant longest) {
        return new UsedKey(
                id,
                name,
                new Grants(Set.of(right), Map.of()),
                until.isBefore(longest) ? until : longest);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return actor();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UsedKey key && key.id == id && key.grants.equals(grants);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
