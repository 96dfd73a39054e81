package io.serai.console.access;

import io.serai.database.audit.Audit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Writes down who came in and went, and who was not let in: by the id of the user whose login was
 * entered. What was entered is written nowhere, since it may be a password in the wrong field. A
 * login that is locked is told of once within the time that it is locked for; who shows a password
 * with each request is not written down as coming in.
 */
@Component
class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);
    private static final String NOBODY = "nobody";
    private static final int MOST = 10_000;

    private final Users users;
    private final Audit audit;
    private final SignInSettings settings;
    private final HttpServletRequest request;
    private final Clock clock;
    private final ConcurrentLruCache<String, AtomicReference<Instant>> locked =
            new ConcurrentLruCache<>(MOST, login -> new AtomicReference<>(Instant.MIN));

    SignIns(
            Users users,
            Audit audit,
            SignInSettings settings,
            HttpServletRequest request,
            Clock clock) {
        this.users = users;
        this.audit = audit;
        this.settings = settings;
        this.request = request;
        this.clock = clock;
    }

    @EventListener
    void in(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn user) {
            in(user, "by password");
        }
    }

    /** Somebody came in. */
    void in(SignedIn user, String way) {
        record(user.actor(), "sign-in", user.getUsername(), way);
    }

    @EventListener
    void out(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn user) {
            record(user.actor(), "sign-out", user.getUsername(), "by themselves");
        }
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        String login = event.getAuthentication().getName();
        if (event.getException() instanceof AuthenticationServiceException) {
            return; // nobody was looked at
        }
        if (!(event.getException() instanceof LockedException)) {
            refused("sign-in-failed", login, "by password");
        } else if (isNewlyLocked(event.getAuthentication())) {
            refused("sign-in-locked", login, "too many wrong passwords");
        }
    }

    /** Somebody whom a provider knows was not let in. */
    void refusedByProvider() {
        refused("sign-in-failed", "", "by the provider");
    }

    private boolean isNewlyLocked(Authentication asking) {
        Instant now = clock.instant();
        AtomicReference<Instant> told = locked.get(asking.getName().toLowerCase(Locale.ROOT));
        Instant before = told.get();
        return before.isBefore(now.minus(settings.within())) && told.compareAndSet(before, now);
    }

    /** Who is not let in learns nothing of whether that could be written down. */
    private void refused(String act, String login, String how) {
        try {
            record(NOBODY, act, login, how);
        } catch (DataAccessException away) {
            LOG.warn("Did not write down that nobody was let in: {}", away.getMessage());
        }
    }

    private void record(String actor, String act, String login, String how) {
        audit.record(
                actor,
                act,
                new Audit.Subject(null, "users", users.id(login).orElse(null)),
                how + ", from " + request.getRemoteAddr());
    }
}
