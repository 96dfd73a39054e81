package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engineer may do in Hawtio, asked as Hawtio asks. */
class RouteConsoleTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROUTE =
            "org.apache.camel:context=serai,type=routes,name=\\\"horizon-roll\\\"";

    private final Visitor engineer = Visitor.signedIn(Visitor.user("engineer"));

    @Test
    void showsTheRoutesWithTheIdsOfTheirFiles() throws IOException {
        JsonNode answer =
                ask(
                        "{\"type\":\"read\",\"mbean\":\"org.apache.camel:context=*,type=routes,name=*\",\"attribute\":\"RouteId\"}");

        List<String> shown = new ArrayList<>();
        answer.path("value").forEach(route -> shown.add(route.path("RouteId").asText()));
        assertThat(shown).containsAll(idsOfFiles()).hasSizeGreaterThan(20);
    }

    @Test
    void showsTheStepsOfARoute() throws IOException {
        JsonNode answer = exec(ROUTE, "dumpRouteAsXml()");

        assertThat(answer.path("status").asInt()).isEqualTo(200);
        assertThat(answer.path("value").asText()).contains("horizon-roll");
    }

    @Test
    void stopsAndStartsARoute() throws IOException {
        JsonNode stopped = exec(ROUTE, "stop()");
        JsonNode started = exec(ROUTE, "start()");

        assertThat(stopped.path("status").asInt()).as(stopped.toString()).isEqualTo(200);
        assertThat(started.path("status").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'exec','mbean':'org.apache.camel:context=serai,type=context,name=\"serai\"','operation':'sendBody(java.lang.String,java.lang.Object)','arguments':['direct:message-park','x']}",
                "{'type':'exec','mbean':'org.apache.camel:context=serai,type=context,name=\"serai\"','operation':'stop'}",
                "{'type':'exec','mbean':'org.apache.camel:context=serai,type=routes,name=\"horizon-roll\"','operation':'remove()'}",
                "{'type':'write','mbean':'org.apache.camel:context=serai,type=context,name=\"serai\"','attribute':'Tracing','value':true}",
                "{'type':'exec','mbean':'com.sun.management:type=HotSpotDiagnostic','operation':'dumpHeap','arguments':['target/never.hprof',true]}",
                "{'type':'read','mbean':'java.lang:type=Runtime','attribute':'SystemProperties'}",
                "{'type':'exec','mbean':'java.util.logging:type=Logging','operation':'setLoggerLevel','arguments':['','ALL']}",
                "{'type':'exec','mbean':'com.sun.management:type=DiagnosticCommand','operation':'vmSystemProperties'}",
                "{'type':'read','mbean':'java.lang:type=Memory'}"
            })
    void refusesEverythingElse(String request) throws IOException {
        JsonNode answer = ask(request.replace("\"", "\\\"").replace('\'', '"'));

        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.has("value")).isFalse();
    }

    @Test
    void takesNothingByGet() throws IOException {
        var answer =
                engineer.get(
                        "/actuator/jolokia/read/org.apache.camel:context=*,type=routes,name=*");

        assertThat(JSON.readTree(answer.body()).path("status").asInt()).isEqualTo(403);
    }

    private JsonNode exec(String mbean, String operation) throws IOException {
        return ask(
                "{\"type\":\"exec\",\"mbean\":\""
                        + mbean
                        + "\",\"operation\":\""
                        + operation
                        + "\"}");
    }

    private JsonNode ask(String request) throws IOException {
        var answer = engineer.json("/actuator/jolokia", request);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> idsOfFiles() throws IOException {
        Pattern id = Pattern.compile("(?m)^- route:\\s*\\n {4}id: (\\S+)");
        List<String> ids = new ArrayList<>();
        try (var files = Files.walk(Path.of("routes"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".camel.yaml")).toList()) {
                var matcher = id.matcher(Files.readString(file));
                while (matcher.find()) {
                    ids.add(matcher.group(1));
                }
            }
        }
        return ids;
    }
}
