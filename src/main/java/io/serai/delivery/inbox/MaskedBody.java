package io.serai.delivery.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.vault.SecretMask;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Shows a message to people who look for what is wrong with it: its codes, dates and amounts, and
 * of all that may be about a person, or is written in sentences, its length alone. Cards and
 * credentials left it before it was parked.
 */
final class MaskedBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?i).*(name|mail|phone|fax|address|street|city|zip|postal|guest|customer|booker|traveler|profile|remark"
                            + "|comment|notes|specialreq|text|description|company|loyalty|member|token|login|password|user"
                            + "|first|last|given|family|sur|contact|person|holder|birth|passport|nation).*");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/+-]{0,40}");

    private MaskedBody() {}

    /** The message as it may be shown; its length where it is neither XML nor JSON. */
    static String of(String body) {
        try {
            String text = body.strip();
            return SecretMask.mask(text.startsWith("<") ? xml(text) : json(text));
        } catch (IOException
                | SAXException
                | ParserConfigurationException
                | TransformerException unreadable) {
            return hidden(body);
        }
    }

    private static String json(String text) throws IOException {
        JsonNode shown = masked("", JSON.readTree(text), false);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shown);
    }

    private static JsonNode masked(String name, JsonNode value, boolean personal) {
        boolean hide = personal || PERSONAL.matcher(name).matches();
        if (value instanceof ObjectNode object) {
            object.properties()
                    .forEach(it -> it.setValue(masked(it.getKey(), it.getValue(), hide)));
            return object;
        }
        if (value instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, masked(name, array.get(at), hide));
            }
            return array;
        }
        return value.isNull() || value.isBoolean()
                ? value
                : shown(value.asText(), hide).equals(value.asText())
                        ? value
                        : TextNode.valueOf(hidden(value.asText()));
    }

    private static String xml(String text)
            throws IOException, SAXException, ParserConfigurationException, TransformerException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        mask(document.getDocumentElement(), false);
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter written = new StringWriter();
        writer.transform(new DOMSource(document), new StreamResult(written));
        return written.toString();
    }

    private static void mask(Node element, boolean personal) {
        boolean hide = personal || PERSONAL.matcher(element.getLocalName()).matches();
        NamedNodeMap attributes = element.getAttributes();
        for (int at = 0; at < attributes.getLength(); at++) {
            Node attribute = attributes.item(at);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                boolean own = PERSONAL.matcher(attribute.getLocalName()).matches();
                attribute.setNodeValue(shown(attribute.getNodeValue(), hide || own));
            }
        }
        for (Node part = element.getFirstChild(); part != null; part = part.getNextSibling()) {
            if (part.getNodeType() == Node.ELEMENT_NODE) {
                mask(part, hide);
            } else if (!part.getNodeValue().isBlank()) {
                part.setNodeValue(shown(part.getNodeValue().strip(), hide));
            }
        }
    }

    private static String shown(String value, boolean hide) {
        return value.isEmpty() || !hide && CODE.matcher(value).matches() ? value : hidden(value);
    }

    private static String hidden(String value) {
        return "… (" + value.length() + ")";
    }
}
