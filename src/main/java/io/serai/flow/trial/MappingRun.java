package io.serai.flow.trial;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;

/** Runs mappings as routes run them: XSLT with JSON in the variable request, JSLT with a body. */
public final class MappingRun implements AutoCloseable {

    /** The moment that an example's mapping takes for now. */
    public static final String NOW = "2027-01-10T08:00:00Z";

    private final DefaultCamelContext camel;
    private final ProducerTemplate mappings;

    /** Starts a Camel of its own, without routes. */
    public MappingRun() {
        camel = new DefaultCamelContext();
        camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
        camel.start();
        mappings = camel.createProducerTemplate();
    }

    /**
     * What an example's mapping gives.
     *
     * @throws IllegalStateException when it fails, with its words
     */
    public String map(MappingExample example) {
        return map(
                example.mapping(),
                example.inputText(),
                example.gets("json"),
                example.parameters(),
                NOW);
    }

    /**
     * What a mapping gives.
     *
     * @param now the moment that it takes for now, in ISO 8601
     * @throws IllegalStateException when it fails, with its words
     */
    String map(
            Path mapping, String input, boolean json, Map<String, String> parameters, String now) {
        boolean jslt = mapping.toString().endsWith(".jslt");
        Exchange exchange =
                mappings.request(
                        (jslt ? "jslt:file:" : "xslt-saxon:file:")
                                + mapping
                                + (jslt ? "" : "?failOnNullBody=false"),
                        asked -> {
                            asked.setVariable("now", now);
                            parameters.forEach(asked::setVariable);
                            if (!jslt && json) {
                                asked.setVariable("request", input);
                            } else {
                                asked.getMessage().setBody(input);
                            }
                        });
        if (exchange.getException() != null) {
            throw new IllegalStateException(
                    mapping + ": " + exchange.getException().getMessage(), exchange.getException());
        }
        return exchange.getMessage().getBody(String.class);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
