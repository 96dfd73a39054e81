package io.serai.bookingcom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.PushAnswer;
import io.serai.channel.breaker.Breakers;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Calls the ports as shared code does. */
record Ports(ProducerTemplate camel) {

    Exchange call(String port, @Nullable String body, Map<String, Object> headers) {
        return camel.request(
                "direct:bookingcom-" + port,
                exchange -> {
                    exchange.getMessage().setBody(body);
                    exchange.getMessage().setHeader("Serai-Account", 7L);
                    headers.forEach(exchange.getMessage()::setHeader);
                });
    }

    /** Lets breakers forget what earlier tests made them count. */
    void closeBreakers() {
        camel.getCamelContext().getRegistry().findSingleByType(Breakers.class).closeAll();
    }

    PushAnswer push(String request) {
        return answer(
                call("ari-push", request, Map.of("Serai-Connection", 11, "Serai-Attempt", 3L)));
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
