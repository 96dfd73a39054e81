package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.testing.RunningSerai;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nothing of Serai may see, as somebody writes them on the wire. */
class UnreadableRequestsTests {

    private static final String TO_PROGRAMS = "Accept: */*";
    private static final String TO_PEOPLE = "Accept: text/html,application/xhtml+xml";

    private final URI serai = URI.create(RunningSerai.shared().url());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/jobs;v=1",
                "/api/jobs%00",
                "/api/jobs%zz",
                "/api/jobs%ff",
                "/api//jobs",
                "//api/jobs",
                "/api/%2e%2e/jobs",
                "/api/jobs%2Fall",
                "/api\\jobs"
            })
    void areAnsweredAsProblemsThatNameWhatWasMet(String path) throws IOException {
        String answer = asked("GET " + path + " HTTP/1.1", TO_PROGRAMS);

        assertThat(answer).startsWith("HTTP/1.1 400");
        JsonNode problem = problem(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("detail").asText()).contains("(expected: ");
        if (!path.contains("\\")) {
            assertThat(problem.path("detail").asText()).startsWith("path: '").contains(path);
        }
    }

    @Test
    void areAnsweredAsProblemsToBrowsersToo() throws IOException {
        assertThat(problem(asked("GET /api/jobs;v=1 HTTP/1.1", TO_PEOPLE)).path("detail").asText())
                .startsWith("path: ';' in '/api/jobs;v=1'");
    }

    @Test
    void areAnsweredAsProblemsWhereTheirHeadersAreTooLongOrNoneHasTheMethod() throws IOException {
        String tooLong = "X-Long: " + "x".repeat(20_000);

        JsonNode headers = problem(asked("GET /api/jobs HTTP/1.1", tooLong));
        JsonNode method = problem(asked("MAKE /api/jobs HTTP/1.1", TO_PROGRAMS));

        assertThat(headers.path("detail").asText()).contains("at most 8192 bytes");
        assertThat(method.path("detail").asText()).contains("(expected: a method of the contract");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hotels;v=1", "/hotels%00", "/hotels%zz", "//hotels"})
    void areAnsweredWithAPageWherePeopleAsk(String path) throws IOException {
        String answer = asked("GET " + path + " HTTP/1.1", TO_PEOPLE);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Content-Type: text/html")
                .contains("<h1>", "Not understood", "Back to the hotel")
                .doesNotContain("Tomcat", "Whitelabel");
    }

    private static JsonNode problem(String answer) throws IOException {
        assertThat(answer).contains("Content-Type: application/problem+json");
        return new ObjectMapper()
                .readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
    }

    private String asked(String line, String header) throws IOException {
        try (Socket socket = new Socket(serai.getHost(), serai.getPort())) {
            socket.getOutputStream()
                    .write(
                            "%s\r\nHost: localhost\r\n%s\r\nConnection: close\r\n\r\n"
                                    .formatted(line, header)
                                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
