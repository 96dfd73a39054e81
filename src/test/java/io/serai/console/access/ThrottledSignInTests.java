package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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

    private void tries(String login, String address, Class<? extends Exception> answer) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var asking = UsernamePasswordAuthenticationToken.unauthenticated(login, "wrong");
        asking.setDetails(new WebAuthenticationDetails(request));

        assertThatThrownBy(() -> signIn.authenticate(asking)).isInstanceOf(answer);
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
