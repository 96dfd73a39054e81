package io.serai.expedia;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.PushAnswer;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.resilience4j.ResilienceProcessor;

/** Calls the ports as shared code does. */
record Ports(ProducerTemplate camel) {

    Exchange call(String port, String body, Map<String, Object> properties) {
        return camel.request(
                "direct:expedia-" + port,
                exchange -> {
                    exchange.getMessage().setBody(body);
                    exchange.getMessage().setHeader("Serai-Account", 7L);
                    exchange.getMessage().setHeader("Serai-Connection", 11);
                    exchange.getMessage().setHeader("Serai-Attempt", 3L);
                    properties.forEach(exchange::setProperty);
                });
    }

    PushAnswer push(String request) {
        return answer(call("ari-push", request, Map.of()));
    }

    /** Lets the breaker forget what earlier tests made it count. */
    void closeBreaker() {
        ResilienceProcessor breaker =
                camel.getCamelContext()
                        .getProcessor("expedia-ari-call.ari-breaker", ResilienceProcessor.class);
        breaker.transitionToForcedOpenState();
        breaker.transitionToCloseState();
    }

    static PushAnswer answer(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new IllegalStateException("a port threw", exchange.getException());
        }
        try {
            return new ObjectMapper()
                    .readValue(exchange.getMessage().getBody(String.class), PushAnswer.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("no answer of the port contract", unreadable);
        }
    }
}
