package io.serai.console.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.util.ConcurrentLruCache;

/**
 * Checks passwords, of each login only so many wrong ones within a time, and from each address only
 * so many for whatever logins: then none is looked at, the right one neither, whether there is such
 * a user or not. It counts when an answer is given, so that of many asked at once no more are
 * answered than one after another. The address of a proxy is everybody's and is not counted.
 */
final class ThrottledSignIn implements AuthenticationProvider {

    private static final int MOST = 10_000;

    private final AuthenticationProvider passwords;
    private final Predicate<String> isProxy;
    private final ConcurrentLruCache<String, Bucket> ofLogins;
    private final ConcurrentLruCache<String, Bucket> ofAddresses;

    /**
     * @param isProxy whether an address is that of a proxy
     */
    ThrottledSignIn(
            AuthenticationProvider passwords, SignInSettings settings, Predicate<String> isProxy) {
        this.passwords = passwords;
        this.isProxy = isProxy;
        this.ofLogins = buckets(settings.attempts(), settings.within());
        this.ofAddresses = buckets(settings.attemptsOfAddress(), settings.within());
    }

    private static ConcurrentLruCache<String, Bucket> buckets(int attempts, Duration within) {
        Bandwidth allowed =
                Bandwidth.builder().capacity(attempts).refillIntervally(attempts, within).build();
        return new ConcurrentLruCache<>(MOST, of -> Bucket.builder().addLimit(allowed).build());
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asking) {
        List<Bucket> left = buckets(asking);
        demand(left.stream().allMatch(bucket -> bucket.getAvailableTokens() > 0));
        Authentication right;
        try {
            right = passwords.authenticate(asking);
        } catch (BadCredentialsException wrong) {
            demand(left.stream().filter(bucket -> !bucket.tryConsume(1)).count() == 0);
            throw wrong;
        }
        demand(left.stream().allMatch(bucket -> bucket.getAvailableTokens() > 0));
        return right;
    }

    private static void demand(boolean some) {
        if (!some) {
            throw new LockedException("too many wrong passwords");
        }
    }

    private List<Bucket> buckets(Authentication asking) {
        Bucket ofLogin = ofLogins.get(asking.getName().toLowerCase(Locale.ROOT));
        return asking.getDetails() instanceof WebAuthenticationDetails from
                        && from.getRemoteAddress() != null
                        && !isProxy.test(from.getRemoteAddress())
                ? List.of(ofLogin, ofAddresses.get(from.getRemoteAddress()))
                : List.of(ofLogin);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
