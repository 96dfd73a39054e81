package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.RunningSerai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadinessTests {

    private final RunningSerai serai = RunningSerai.shared();
    private final CamelContext camel = serai.part(CamelContext.class);

    @AfterEach
    void leaveNoRoute() throws Exception {
        camel.getRouteController().stopRoute("a-route");
        camel.removeRoute("a-route");
    }

    @Test
    void isReadyWhileItsRoutesAreStartedAndAliveEitherWay() throws Exception {
        camel.addRoutes(aRoute());
        await().untilAsserted(() -> assertThat(status("readiness")).isEqualTo(200));

        camel.getRouteController().stopRoute("a-route");

        await().untilAsserted(() -> assertThat(status("readiness")).isEqualTo(503));
        assertThat(status("liveness")).isEqualTo(200);
    }

    @Test
    void staysReadyWhenOnePollOfARouteFailedThatComesAgain() throws Exception {
        serai.sql()
                .sql(
                        "create sequence polls; grant usage on sequence polls to serai_engine, serai_app")
                .update();

        camel.addRoutes(aPollThatFails());

        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                serai.sql()
                                        .sql("select is_called from polls")
                                        .query(Boolean.class)
                                        .single());
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(status("readiness")).isEqualTo(200));
    }

    private int status(String group) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(serai.url() + "/actuator/health/" + group))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static RouteBuilder aPollThatFails() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("sql:select 1 / (0 * nextval('polls'))?dataSource=#engineDataSource&delay=60000&initialDelay=0")
                        .routeId("a-route")
                        .log("taken");
            }
        };
    }

    private static RouteBuilder aRoute() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:a-route").routeId("a-route").log("taken");
            }
        };
    }
}
