package io.serai.sandbox.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads XML that strangers send: no document types, no entities, nothing fetched. */
public final class Xml {

    public static final String OTA = "http://www.opentravel.org/OTA/2003/05";

    private static final ThreadLocal<DocumentBuilderFactory> FACTORY =
            ThreadLocal.withInitial(Xml::hardened);

    private Xml() {}

    private static DocumentBuilderFactory hardened() {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setExpandEntityReferences(false);
        factory.setXIncludeAware(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of this JDK cannot be hardened", e);
        }
        return factory;
    }

    public static Element parse(byte[] body) {
        try {
            var builder = FACTORY.get().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new Refusal(400, "SCHEMA_FAULT", "body is not well-formed XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of this JDK cannot be used", e);
        }
    }

    /** Refuses a root of another name; {@code namespace} is null where the dialect has none. */
    public static void expectRoot(Element root, @Nullable String namespace, String name) {
        if (!name.equals(root.getLocalName())
                || !java.util.Objects.equals(namespace, root.getNamespaceURI())) {
            throw new Refusal(
                    400,
                    "SCHEMA_FAULT",
                    "root is '" + root.getNodeName() + "' (expected: " + name + ")");
        }
    }

    public static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    public static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(e -> name.equals(e.getLocalName())).toList();
    }

    public static @Nullable Element child(Element parent, String name) {
        var found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    /** An attribute's text, null when it is absent. */
    public static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name).strip() : null;
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
