package io.serai.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.WhitespaceStrippingPolicy;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmNode;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every mapping over its examples as a route runs it. A new case is two new files. */
class MappingExamplesTests {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final String NOW = "2027-01-10T08:00:00Z";
    private static final Processor SAXON = new Processor(false);

    private static CamelContext camel;
    private static ProducerTemplate mappings;

    @BeforeAll
    static void start() {
        camel = new DefaultCamelContext();
        camel.start();
        mappings = camel.createProducerTemplate();
    }

    @AfterAll
    static void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesWhatTheExampleSays(MappingExample example) throws Exception {
        String expected = example.expectedText();

        String given = map(example);

        if (example.gives("xml")) {
            assertThat(same(given, expected))
                    .as("given:%n%s%nexpected:%n%s", given, expected)
                    .isTrue();
        } else if (example.gives("json")) {
            assertThat(new ObjectMapper().readTree(given))
                    .isEqualTo(new ObjectMapper().readTree(expected));
        } else {
            assertThat(given).isEqualTo(expected);
        }
    }

    @Test
    void leavesNoMappingWithoutAnExample() throws IOException {
        List<Path> shown = examples().map(MappingExample::mapping).toList();

        List<Path> all;
        try (Stream<Path> files = Files.walk(MAPPINGS, 2)) {
            all = files.filter(file -> file.toString().matches(".*\\.(xsl|jslt)")).toList();
        }

        assertThat(all).isNotEmpty().allMatch(shown::contains);
    }

    static Stream<MappingExample> examples() throws IOException {
        try (Stream<Path> files = Files.walk(MAPPINGS)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.getParent().endsWith("examples"))
                    .filter(file -> file.getFileName().toString().contains(".input."))
                    .sorted()
                    .map(MappingExample::of)
                    .toList()
                    .stream();
        }
    }

    private static String map(MappingExample example) {
        String component = example.mapping().toString().endsWith(".xsl") ? "xslt-saxon" : "jslt";
        String options = component.equals("jslt") ? "" : "?failOnNullBody=false";
        Exchange exchange =
                mappings.request(
                        component + ":file:" + example.mapping() + options,
                        asked -> ask(asked, example, component));
        if (exchange.getException() != null) {
            throw new IllegalStateException(example + " failed", exchange.getException());
        }
        return exchange.getMessage().getBody(String.class);
    }

    private static void ask(Exchange exchange, MappingExample example, String component) {
        exchange.setVariable("now", NOW);
        example.parameters().forEach(exchange::setVariable);
        if (component.equals("xslt-saxon") && example.gets("json")) {
            exchange.setVariable("request", example.inputText());
        } else {
            exchange.getMessage().setBody(example.inputText());
        }
    }

    private static boolean same(String given, String expected) throws SaxonApiException {
        XPathCompiler xpath = SAXON.newXPathCompiler();
        xpath.declareVariable(new QName("given"));
        xpath.declareVariable(new QName("expected"));
        XPathSelector comparison = xpath.compile("deep-equal($given, $expected)").load();
        comparison.setVariable(new QName("given"), parse(given));
        comparison.setVariable(new QName("expected"), parse(expected));
        return comparison.effectiveBooleanValue();
    }

    private static XdmNode parse(String xml) throws SaxonApiException {
        DocumentBuilder builder = SAXON.newDocumentBuilder();
        builder.setWhitespaceStrippingPolicy(WhitespaceStrippingPolicy.ALL);
        return builder.build(new StreamSource(new StringReader(xml)));
    }
}
