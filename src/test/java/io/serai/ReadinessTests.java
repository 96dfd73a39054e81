package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.database.TestDatabase;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "serai.db.migrations=classpath:database/migration")
class ReadinessTests {

    @Autowired CamelContext camel;
    @Autowired TestRestTemplate http;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        TestDatabase.use(settings);
    }

    @Test
    void isReadyWhileItsRoutesAreStartedAndAliveEitherWay() throws Exception {
        camel.addRoutes(aRoute());
        await().untilAsserted(() -> assertThat(status("readiness")).isEqualTo(200));

        camel.getRouteController().stopRoute("a-route");

        await().untilAsserted(() -> assertThat(status("readiness")).isEqualTo(503));
        assertThat(status("liveness")).isEqualTo(200);
    }

    private int status(String group) {
        return http.getForEntity("/actuator/health/" + group, String.class).getStatusCode().value();
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
