package io.serai.console.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.util.ConcurrentLruCache;

/**
 * Checks passwords, of each login only so many wrong ones within a time: then none is looked at,
 * the right one neither, whether there is such a user or not.
 */
final class ThrottledSignIn implements AuthenticationProvider {

    private static final int LOGINS = 10_000;

    private final AuthenticationProvider passwords;
    private final ConcurrentLruCache<String, Bucket> mistakes;

    ThrottledSignIn(AuthenticationProvider passwords, SignInSettings settings) {
        this.passwords = passwords;
        Bandwidth allowed =
                Bandwidth.builder()
                        .capacity(settings.attempts())
                        .refillIntervally(settings.attempts(), settings.within())
                        .build();
        this.mistakes =
                new ConcurrentLruCache<>(
                        LOGINS, login -> Bucket.builder().addLimit(allowed).build());
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asking) {
        Bucket left = mistakes.get(asking.getName().toLowerCase(Locale.ROOT));
        if (left.getAvailableTokens() == 0) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            return passwords.authenticate(asking);
        } catch (BadCredentialsException wrong) {
            left.tryConsume(1);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
