package io.serai.console.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A user who has signed in, or is about to: then with the hash of the password. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 2;

    private final String login;
    private final Role role;
    private final boolean enabled;
    private final String stamp;
    private @Nullable String hash;

    /**
     * @param stamp what is another with another password, and does not tell it
     */
    SignedIn(String login, Role role, boolean enabled, String stamp, String hash) {
        this.login = login;
        this.role = role;
        this.enabled = enabled;
        this.stamp = stamp;
        this.hash = hash;
    }

    /** How the audit names what this user does. */
    public String actor() {
        return "user:" + login;
    }

    /** The user's own role; what they may do at a hotel now is for {@link Users#grants} to say. */
    public Role role() {
        return role;
    }

    /** Whether the user may look at the routes. */
    public boolean isEngineer() {
        return role.isEverywhere();
    }

    /** What is another as soon as the user has another password. */
    String stamp() {
        return stamp;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public @Nullable String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        hash = null;
    }

    @Override
    public String toString() {
        return login;
    }
}
