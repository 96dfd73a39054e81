package io.serai.console.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that showed a good API key with its request. */
public final class UsedKey extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final long id;
    private final String name;
    private final transient Grants grants;

    UsedKey(long id, String name, Grants grants) {
        super(List.of());
        this.id = id;
        this.name = name;
        this.grants = grants;
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
