package io.serai.flow.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a message says, field by field: JSON, XML, or any text by its lines. */
final class MessageFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final boolean structured;

    private MessageFields(String text) {
        structured = read(text.strip());
        if (!structured) {
            List<String> lines = text.lines().toList();
            IntStream.range(0, lines.size())
                    .forEach(line -> fields.put("line " + (line + 1), lines.get(line)));
        }
    }

    static MessageFields of(String text) {
        return new MessageFields(text);
    }

    /** The values by their paths, in the order of the message. */
    Map<String, String> values() {
        return fields;
    }

    /** Whether the paths say what the values are. */
    boolean isStructured() {
        return structured;
    }

    private boolean read(String text) {
        try {
            if (text.startsWith("{") || text.startsWith("[")) {
                json("", JSON.readTree(text));
                return true;
            }
            if (text.startsWith("<")) {
                Element root = document(text).getDocumentElement();
                xml("/" + name(root), root);
                return true;
            }
        } catch (JsonProcessingException | SAXException neither) {
            fields.clear();
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return false;
    }

    private void json(String path, JsonNode node) {
        if (node.isContainerNode() && node.isEmpty()) {
            fields.put(path, node.toString());
        } else if (node.isObject()) {
            node.properties()
                    .forEach(
                            each ->
                                    json(
                                            path.isEmpty()
                                                    ? each.getKey()
                                                    : path + "." + each.getKey(),
                                            each.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                json(path + "[" + (i + 1) + "]", node.get(i));
            }
        } else {
            fields.put(path, node.asText());
        }
    }

    private void xml(String path, Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            fields.put(path + "/@" + attribute.getNodeName(), attribute.getNodeValue());
        }
        StringBuilder text = new StringBuilder();
        Map<String, Integer> many = new HashMap<>();
        Map<String, Integer> which = new HashMap<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                many.merge(name(inner), 1, Integer::sum);
            } else if (child.getNodeType() != Node.COMMENT_NODE) {
                text.append(child.getNodeValue());
            }
        }
        if (!text.toString().isBlank() || many.isEmpty()) {
            fields.put(path, text.toString().strip());
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                int place = which.merge(name(inner), 1, Integer::sum);
                String one = many.getOrDefault(name(inner), 1) > 1 ? "[" + place + "]" : "";
                xml(path + "/" + name(inner) + one, inner);
            }
        }
    }

    private static String name(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    private static Document document(String text)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(text)));
    }
}
