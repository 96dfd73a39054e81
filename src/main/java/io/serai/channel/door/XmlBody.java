package io.serai.channel.door;

import io.serai.channel.wire.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An XML body. Namespaces and prefixes are not looked at, so that a path is the same for every
 * version of a message; comments stay, those after the root too.
 */
final class XmlBody implements SafeBody {

    private final Document document;

    private XmlBody(Document document) {
        this.document = document;
    }

    /**
     * Reads XML.
     *
     * @throws IOException when it is none, or brings a document type; quotes nothing of it
     */
    static XmlBody read(Answer answer) throws IOException {
        try {
            InputSource source = new InputSource(new ByteArrayInputStream(answer.body()));
            if (answer.type() != null && answer.type().getCharset() != null) {
                source.setEncoding(answer.charset().name());
            }
            return new XmlBody(parser().parse(source));
        } catch (SAXParseException wrong) {
            throw new IOException(
                    "XML: not readable at line "
                            + wrong.getLineNumber()
                            + ", column "
                            + wrong.getColumnNumber());
        } catch (SAXException | ParserConfigurationException wrong) {
            throw new IOException("XML: not readable");
        }
    }

    @Override
    public void takeCards(List<String> paths, CardTaker taker) {
        BareNames names = new BareNames(document);
        Map<String, List<Node>> at = new LinkedHashMap<>();
        paths.forEach(path -> at.put(path, names.select(path)));
        List<Node> numbers = at.getOrDefault(paths.get(0), List.of());
        Set<Node> cards = Collections.newSetFromMap(new IdentityHashMap<>());
        numbers.forEach(number -> cards.add(owner(number)));
        Map<Node, Map<String, Node>> found = new IdentityHashMap<>();
        for (Node field : at.values().stream().flatMap(List::stream).toList()) {
            found.computeIfAbsent(card(field, cards), it -> new LinkedHashMap<>())
                    .put(name(field), field);
        }
        for (Map<String, Node> fields : found.values()) {
            Map<String, String> card = new LinkedHashMap<>();
            fields.forEach((name, field) -> card.put(name, field.getTextContent()));
            String token = taker.take(card);
            fields.values()
                    .forEach(field -> field.setTextContent(numbers.contains(field) ? token : ""));
        }
    }

    @Override
    public List<String> texts(String path) {
        return new BareNames(document).select(path).stream().map(Node::getTextContent).toList();
    }

    @Override
    public boolean isEmpty() {
        return document.getDocumentElement().getElementsByTagName("*").getLength() == 0;
    }

    /** Written as it was read: a serializer of namespaces would lose those not looked at. */
    @Override
    public byte[] bytes() throws IOException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException wrong) {
            throw new IOException("XML: cannot be written");
        }
    }

    private static String name(Node field) {
        return field.getNodeName().substring(field.getNodeName().indexOf(':') + 1);
    }

    /** The nearest element around a field that owns a card's number; its own where none does. */
    private static Node card(Node field, Set<Node> cards) {
        for (Node around = owner(field); around != null; around = around.getParentNode()) {
            if (cards.contains(around)) {
                return around;
            }
        }
        return owner(field);
    }

    private static Node owner(Node field) {
        return field instanceof Attr attribute
                ? attribute.getOwnerElement()
                : field.getParentNode();
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(false);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        DocumentBuilder parser = factory.newDocumentBuilder();
        parser.setErrorHandler(new Silent());
        return parser;
    }

    /** The usual handler writes what it met to the console. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException wrong) {}

        @Override
        public void error(SAXParseException wrong) throws SAXException {
            throw wrong;
        }

        @Override
        public void fatalError(SAXParseException wrong) throws SAXException {
            throw wrong;
        }
    }
}
