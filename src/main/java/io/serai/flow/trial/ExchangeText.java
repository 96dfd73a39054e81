package io.serai.flow.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** What an exchange holds for a mapping, as text; whoever comes next still can read it. */
final class ExchangeText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Exchange exchange;
    private final long largest;

    /**
     * @param largest what is larger is not read
     */
    ExchangeText(Exchange exchange, long largest) {
        this.exchange = exchange;
        this.largest = largest;
    }

    /** The body. */
    @Nullable String body() throws Exception {
        return of(exchange.getMessage().getBody());
    }

    /** What a step gave: a variable, or the body where none is named. */
    @Nullable String given(@Nullable String variable) throws Exception {
        return variable == null ? body() : of(exchange.getVariable(variable));
    }

    /** What a mapping asks for, as Camel gives it: a variable before a header or a property. */
    Map<String, Object> parameters(Set<String> names) throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        for (String name : names) {
            Object value = exchange.getVariable(name);
            value = value == null ? exchange.getMessage().getHeader(name) : value;
            value = value == null ? exchange.getProperty(name) : value;
            if (value != null) {
                parameters.put(name, plain(value));
            }
        }
        return parameters;
    }

    private Object plain(Object value) throws Exception {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value instanceof Map || value instanceof List || value instanceof JsonNode
                ? JSON.convertValue(value, Object.class)
                : String.valueOf(of(value));
    }

    private @Nullable String of(@Nullable Object value) throws Exception {
        if (value == null) {
            return null;
        }
        if (value instanceof String text && text.length() <= largest) {
            return text;
        }
        if (value instanceof byte[] bytes && bytes.length <= largest) {
            return new String(bytes, UTF_8);
        }
        if (value instanceof Node
                || value instanceof StreamCache cache && cache.length() <= largest) {
            String text =
                    exchange.getContext()
                            .getTypeConverter()
                            .mandatoryConvertTo(String.class, exchange, value);
            if (value instanceof StreamCache cache) {
                cache.reset();
            }
            return text;
        }
        throw new IllegalArgumentException(
                value.getClass() + " (expected: text or a document of at most " + largest + ")");
    }
}
