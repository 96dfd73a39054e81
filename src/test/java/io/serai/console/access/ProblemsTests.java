package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;

class ProblemsTests {

    private final Problems problems = new Problems(new ObjectMapper());
    private final MockHttpServletResponse answer = new MockHttpServletResponse();

    @Test
    void refusesNobodyForTheDatabaseBeingAway() throws IOException {
        problems.commence(
                new MockHttpServletRequest(),
                answer,
                new InternalAuthenticationServiceException("no connection"));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getHeader("WWW-Authenticate")).isNull();
    }

    @Test
    void asksForALoginOfWhoShowsAWrongOne() throws IOException {
        problems.commence(
                new MockHttpServletRequest(), answer, new BadCredentialsException("wrong"));

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Basic");
    }
}
