package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HttpsOnlyTests {

    private static final String ELSEWHERE = "203.0.113.9";
    private static final String HERE = "198.51.100.2";

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 198.51.100.2, 403",
        "198.51.100.2, 198.51.100.2, 403",
        "203.0.113.9, 127.0.0.1, 403",
        "127.0.0.1, 198.51.100.2, 403",
        "127.0.0.1, 127.0.0.1, 200",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1, 200",
        "127.0.0.9, 127.0.0.1, 200"
    })
    void answersPlainHttpWhereBothEndsOfTheSocketAreThisMachine(
            String remote, String local, int status) throws Exception {
        assertThat(answered(true, call(remote, local, "/api/hotels")).getStatus())
                .isEqualTo(status);
    }

    @Test
    void believesNothingThatACallerSaysOfItself() throws Exception {
        MockHttpServletRequest call = call(ELSEWHERE, HERE, "/webhooks/expedia");
        call.addHeader("Host", "localhost");
        call.setServerName("localhost");
        call.addHeader("X-Forwarded-Proto", "https");
        call.addHeader("X-Forwarded-For", "127.0.0.1");
        call.addHeader("Forwarded", "for=127.0.0.1;proto=https");

        MockHttpServletResponse answer = answered(true, call);

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).contains("HTTPS only");
        assertThat(answer.getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void refusesWhatAProxyOfThisMachineWasCalledWithInPlainHttp() throws Exception {
        MockHttpServletRequest call = call("127.0.0.1", "127.0.0.1", "/login");
        call.addHeader("X-Forwarded-Proto", "http");

        assertThat(answered(true, call, "127.0.0.1").getStatus()).isEqualTo(403);
        assertThat(answered(true, call("127.0.0.1", "127.0.0.1", "/"), "127.0.0.1").getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "x-forwarded-host",
                "X-Forwarded-Proto",
                "X-FORWARDED-PORT",
                "Forwarded"
            })
    void refusesWhatAProxyOfThisMachineForwardsThatNobodyNamed(String header) throws Exception {
        MockHttpServletRequest call = call("127.0.0.1", "127.0.0.1", "/login");
        call.addHeader(header, "for=203.0.113.9");

        assertThat(answered(true, call).getStatus()).isEqualTo(403);
    }

    @Test
    void tellsWhoeverCallsByHttpsToGoOnDoingSo() throws Exception {
        MockHttpServletRequest call = call(ELSEWHERE, HERE, "/login");
        call.setSecure(true);

        MockHttpServletResponse answer = answered(true, call);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/health/liveness, 200",
        "HEAD, /actuator/health/readiness, 200",
        "POST, /actuator/health/liveness, 403",
        "GET, /actuator/health/liveness/../../prometheus, 403",
        "GET, /actuator/health, 403",
        "GET, /actuator/prometheus, 403"
    })
    void answersProbesOfAClusterByPlainHttpAndNothingElseOfTheActuator(
            String method, String path, int status) throws Exception {
        MockHttpServletRequest call = call(ELSEWHERE, HERE, path);
        call.setMethod(method);

        assertThat(answered(true, call).getStatus()).isEqualTo(status);
    }

    @Test
    void answersAllByPlainHttpWhereTheSettingsSaySo() throws Exception {
        assertThat(answered(false, call(ELSEWHERE, HERE, "/api/hotels")).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3     | https        | HTTPS",
                "10.1.2.3     | HTTPS        | HTTPS",
                "10.1.2.3     | https, https | HTTPS",
                "10.1.2.3     | https, http  | OTHERWISE",
                "10.1.2.3     | http         | OTHERWISE",
                "10.2.0.1     | https        | NOTHING",
                "2001:db8::7  | https        | HTTPS",
                "2001:db8::8  | https        | NOTHING"
            })
    void believesNamedProxiesOnly(String address, String said, NamedProxies.Said heard) {
        NamedProxies proxies = new NamedProxies(List.of("10.1.0.0/16", "2001:db8::7"));
        MockHttpServletRequest call = new MockHttpServletRequest();
        call.addHeader(NamedProxies.HEADER, said);

        assertThat(proxies.said(address, call.getHeaders(NamedProxies.HEADER))).isEqualTo(heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/64", "*", "10.0.0.300"})
    void refusesAProxyThatIsNoAddress(String proxy) {
        assertThatThrownBy(() -> new NamedProxies(List.of(proxy)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MockHttpServletRequest call(String remote, String local, String path) {
        MockHttpServletRequest call = new MockHttpServletRequest("GET", path);
        call.setRemoteAddr(remote);
        call.setLocalAddr(local);
        return call;
    }

    private static MockHttpServletResponse answered(
            boolean required, MockHttpServletRequest call, String... proxies)
            throws ServletException, IOException {
        HttpsSettings settings =
                new HttpsSettings(
                        required,
                        List.of(proxies),
                        Duration.ofDays(365),
                        List.of("/actuator/health/liveness", "/actuator/health/readiness"));
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new HttpsOnly(settings, new ObjectMapper()).doFilter(call, answer, new MockFilterChain());
        return answer;
    }
}
