package io.serai.flow.trial;

import io.serai.flow.ClosedSaxon;
import io.serai.flow.FlowRefused;
import io.serai.flow.MappingCheck;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs mappings as routes run them: XSLT with JSON in the variable request, JSLT with a body. They
 * reach nothing but their message, whatever they ask for.
 */
public final class MappingRun implements AutoCloseable {

    /** The moment that an example's mapping takes for now. */
    public static final String NOW = "2027-01-10T08:00:00Z";

    private static final String WITHOUT_BODY = "failOnNullBody=false";

    private final DefaultCamelContext camel;
    private final ProducerTemplate mappings;

    /** Starts a Camel of its own, without routes. */
    public MappingRun() {
        camel = new DefaultCamelContext();
        camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
        camel.start();
        ClosedSaxon.close(camel);
        mappings = camel.createProducerTemplate();
    }

    /**
     * What an example's mapping gives.
     *
     * @throws IllegalStateException when it fails, with its words
     */
    public String map(MappingExample example) {
        boolean asRequest = !isJslt(example.mapping()) && example.gets("json");
        Exchange exchange =
                map(
                        example.mapping(),
                        isJslt(example.mapping()) ? "" : WITHOUT_BODY,
                        asked -> {
                            asked.setVariable("now", NOW);
                            example.parameters().forEach(asked::setVariable);
                            if (asRequest) {
                                asked.setVariable("request", example.inputText());
                            } else {
                                asked.getMessage().setBody(example.inputText());
                            }
                        });
        if (exchange.getException() != null) {
            throw new IllegalStateException(
                    example.mapping() + ": " + exchange.getException().getMessage(),
                    exchange.getException());
        }
        return exchange.getMessage().getBody(String.class);
    }

    /** What a mapping gives for a message that was kept, as if it were mapped when it was. */
    MessageComparison.Outcome map(Path mapping, MappedMessage message, Instant at) {
        Exchange exchange =
                map(
                        mapping,
                        message.options(),
                        asked -> {
                            asked.setVariable("now", at.truncatedTo(ChronoUnit.SECONDS).toString());
                            message.parameters().forEach(asked::setVariable);
                            asked.getMessage().setBody(message.body());
                        });
        Exception failure = exchange.getException();
        return failure == null
                ? new MessageComparison.Outcome(exchange.getMessage().getBody(String.class), null)
                : new MessageComparison.Outcome(null, Failures.words(failure));
    }

    /** Why a mapping cannot run, with its line; null when it can. */
    @Nullable String refusal(String file, Map<String, String> texts) {
        try {
            new MappingCheck(camel).check(file, texts);
            return null;
        } catch (FlowRefused refused) {
            return (refused.line() > 0 ? "line " + refused.line() + " " : "") + refused.reason();
        }
    }

    private Exchange map(Path mapping, String options, Processor asked) {
        return mappings.request(
                (isJslt(mapping) ? "jslt:file:" : "xslt-saxon:file:")
                        + mapping
                        + (options.isEmpty() ? "" : "?" + options),
                asked);
    }

    private static boolean isJslt(Path mapping) {
        return mapping.toString().endsWith(".jslt");
    }

    @Override
    public void close() {
        camel.stop();
    }
}
