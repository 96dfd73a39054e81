package io.serai.flow.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.WhitespaceStrippingPolicy;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmNode;

/** Whether two texts say the same, and a text written so that differences stand on their lines. */
public final class Likeness {

    private static final Processor SAXON = new Processor(false);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Likeness() {}

    /** Whether what an example's mapping gave is what the example expects. */
    public static boolean holds(MappingExample example, String given) {
        String expected = example.expectedText();
        try {
            if (example.gives("xml")) {
                return sameXml(given, expected);
            }
            return example.gives("json")
                    ? JSON.readTree(given).equals(JSON.readTree(expected))
                    : given.equals(expected);
        } catch (SaxonApiException | JsonProcessingException unreadable) {
            return false;
        }
    }

    /** The text, indented where it is XML or JSON. */
    static String lines(String text) {
        try {
            if (text.stripLeading().startsWith("<")) {
                Serializer indented = SAXON.newSerializer();
                indented.setOutputProperty(Serializer.Property.INDENT, "yes");
                return indented.serializeNodeToString(parse(text));
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
        } catch (SaxonApiException | JsonProcessingException neither) {
            return text;
        }
    }

    private static boolean sameXml(String given, String expected) throws SaxonApiException {
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
