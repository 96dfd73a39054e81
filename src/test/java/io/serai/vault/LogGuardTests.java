package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class LogGuardTests {

    private static final String MARKED = "4111111111111111";

    private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
    private final Logger log = LoggerFactory.getLogger("io.serai.LogGuardTests");

    @BeforeEach
    void logsEverything() {
        logging.cleanUp();
        logging.beforeInitialize();
        logging.initialize(
                new LoggingInitializationContext(new MockEnvironment()),
                "classpath:logback-spring.xml",
                null);
        logging.setLogLevel("ROOT", LogLevel.TRACE);
    }

    @AfterEach
    void logsAsUsual() {
        logging.setLogLevel("ROOT", LogLevel.INFO);
    }

    @Test
    void writesNothingOfARealCallsBodyOrCredentialAtTrace(CapturedOutput output)
            throws IOException {
        var server = answering("<PaymentCard CardNumber='" + MARKED + "' SeriesCode='737x'/>");
        try (var client = HttpClients.createDefault()) {
            var call = new HttpPost("http://127.0.0.1:" + server.getAddress().getPort() + "/queue");
            call.setHeader("Authorization", "Bearer s3cret-Token");
            call.setEntity(new StringEntity("<Guest name='Doe-Marked'/>"));

            var answer =
                    client.execute(call, response -> EntityUtils.toString(response.getEntity()));

            assertThat(answer).contains(MARKED);
        } finally {
            server.stop(0);
        }

        assertThat(output).contains("preparing request execution");
        assertThat(output)
                .doesNotContain(MARKED)
                .doesNotContain("737x")
                .doesNotContain("s3cret-Token")
                .doesNotContain("Doe-Marked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.hc.client5.http.wire",
                "org.apache.http.wire",
                "org.apache.camel.Tracing",
                "org.apache.coyote.http11.Http11InputBuffer",
                "org.springframework.jdbc.core.StatementCreatorUtils"
            })
    void silencesAWireLoggerThatSomebodySetToTrace(String name, CapturedOutput output) {
        logging.setLogLevel(name, LogLevel.TRACE);

        LoggerFactory.getLogger(name).trace("body Doe-Marked");
        LoggerFactory.getLogger(name).info("body Doe-Marked");
        LoggerFactory.getLogger(name).warn("connection lost");

        assertThat(output).contains("connection lost").doesNotContain("Doe-Marked");
        assertThat(LoggerFactory.getLogger(name).isTraceEnabled()).isFalse();
    }

    @Test
    void leavesOtherLoggersTheirLevel(CapturedOutput output) {
        LoggerFactory.getLogger("org.apache.camel.TracingStation").trace("a quiet word");

        assertThat(output).contains("a quiet word");
    }

    @Test
    void masksANumberInAMessageAnArgumentAndAStackTrace(CapturedOutput output) {
        log.error(
                "took {}",
                "4111 1111 1111 1111",
                new IllegalStateException("card " + MARKED, new IOException("x" + MARKED + "y")));

        assertThat(output)
                .contains("took ***1111", "card ***1111", "x***1111y")
                .doesNotContain(MARKED)
                .doesNotContain("4111 1111");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    number 4111111111111111 taken           | number ***1111 taken
                    5500-0055-5555-5559                     | ***5559
                    3782 822463 10005                       | ***0005
                    4222222222222                           | ***2222
                    6304000000000000 and 4111111111111111   | ***0000 and ***1111
                    Authorization: Bearer abc.def           | Authorization: ***
                    "authorization":"Basic dXNlcjpwYXNz",x  | "authorization":"***",x
                    Authorization=[Bearer a1], Accept=[b]   | Authorization=[***], Accept=[b]
                    sent with Bearer eyJhbGciOiJIUzI1NiJ9.x | sent with Bearer ***
                    """)
    void masks(String text, String masked) {
        assertThat(SecretMask.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "41111111111111110000",
                "411111111111",
                "card_0123456789abcdefghijklmnop_1111",
                "2026-11-22 2026-11-24",
                "2026-11-22T08:35:12.123",
                "no authorization given",
                "basic authentication is off",
                "rooms 10, price 133.50"
            })
    void leavesAlone(String text) {
        assertThat(SecretMask.mask(text)).isEqualTo(text);
    }

    private static HttpServer answering(String body) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, body.length());
                    exchange.getResponseBody().write(body.getBytes(UTF_8));
                    exchange.close();
                });
        server.start();
        return server;
    }
}
