package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class ThrottledSignInTests {

    private static final SignInSettings SETTINGS = new SignInSettings(5, 8, Duration.ofMinutes(1));

    private final ThrottledSignIn signIn =
            new ThrottledSignIn(new AllWrong(), SETTINGS, "10.0.0.7"::equals);

    @Test
    void looksAtNoPasswordFromAnAddressThatTriesManyLogins() {
        for (int login = 0; login < 8; login++) {
            tries("guest-" + login, "192.0.2.1", BadCredentialsException.class);
        }

        tries("guest-9", "192.0.2.1", LockedException.class);
        tries("guest-9", "192.0.2.2", BadCredentialsException.class);
    }

    @Test
    void punishesNobodyForWhoElseComesByTheSameProxy() {
        for (int login = 0; login < 20; login++) {
            tries("guest-" + login, "10.0.0.7", BadCredentialsException.class);
        }
    }

    @Test
    void answersOfManyAskedAtOnceNoMoreThanOneAfterAnother() {
        AtomicReference<ThrottledSignIn> whole = new AtomicReference<>();
        AtomicInteger wrong = new AtomicInteger();
        whole.set(
                new ThrottledSignIn(
                        new AsManyAtOnce(20, asking -> again(whole.get(), asking, wrong)),
                        SETTINGS,
                        address -> true));

        assertThatThrownBy(
                        () ->
                                whole.get()
                                        .authenticate(
                                                UsernamePasswordAuthenticationToken.unauthenticated(
                                                        "ana", "right")))
                .isInstanceOf(LockedException.class);
        assertThat(wrong).hasValue(5);
    }

    private static void again(ThrottledSignIn signIn, Authentication asking, AtomicInteger wrong) {
        try {
            signIn.authenticate(asking);
        } catch (BadCredentialsException answered) {
            wrong.incrementAndGet();
        } catch (LockedException unanswered) {
            // nothing is learnt from it
        }
    }

    private void tries(String login, String address, Class<? extends Exception> answer) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var asking = UsernamePasswordAuthenticationToken.unauthenticated(login, "wrong");
        asking.setDetails(new WebAuthenticationDetails(request));

        assertThatThrownBy(() -> signIn.authenticate(asking)).isInstanceOf(answer);
    }

    /** Is asked for wrong ones while it looks at the right one: all are looked at at once. */
    private static final class AsManyAtOnce implements AuthenticationProvider {

        private final Consumer<Authentication> next;
        private int left;

        AsManyAtOnce(int most, Consumer<Authentication> next) {
            this.left = most;
            this.next = next;
        }

        @Override
        public Authentication authenticate(Authentication asking) {
            if (left-- > 0) {
                next.accept(
                        UsernamePasswordAuthenticationToken.unauthenticated(
                                asking.getName(), "wrong"));
            }
            if (asking.getCredentials().equals("right")) {
                return asking;
            }
            throw new BadCredentialsException("wrong");
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return true;
        }
    }

    /** Knows nobody. */
    private static final class AllWrong implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication asking) {
            throw new BadCredentialsException("wrong");
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return true;
        }
    }
}
