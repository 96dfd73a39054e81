package io.serai.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortAnswerTests {

    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:speaks")
                                .onException(java.io.IOException.class)
                                .handled(true)
                                .setBody(constant("unknown"))
                                .end()
                                .setHeader("Serai-Failed", constant(3))
                                .process(
                                        exchange -> {
                                            throw new java.io.IOException("cut");
                                        });
                        from("direct:fails")
                                .process(
                                        exchange -> {
                                            throw new IllegalStateException("broken");
                                        });
                        from("direct:asks")
                                .enrich()
                                .simple("direct:${body}")
                                .aggregationStrategy(new PortAnswer())
                                .setBody(simple("settled ${body} ${header.Serai-Failed}"));
                    }
                });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void letsTheFlowGoOnAfterAFailureThatThePortPutIntoWords() {
        assertThat(ask("speaks")).isEqualTo("settled unknown 3");
    }

    @Test
    void passesOnAFailureThatNobodyHandled() {
        assertThatThrownBy(() -> ask("fails"))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseMessage("broken");
    }

    private Object ask(String port) {
        return camel.createProducerTemplate().requestBody("direct:asks", port);
    }
}
