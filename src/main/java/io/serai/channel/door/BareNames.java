package io.serai.channel.door;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Finds nodes of a document by paths without prefixes, whatever prefixes the document has. */
final class BareNames {

    private final XPath paths = XPathFactory.newDefaultInstance().newXPath();
    private final Document bare;
    private final Map<Node, Node> originals = new IdentityHashMap<>();

    BareNames(Document document) {
        bare = (Document) document.cloneNode(true);
        pair(bare.getDocumentElement(), document.getDocumentElement());
    }

    /**
     * The document's nodes at a path.
     *
     * @throws IllegalArgumentException when it is no path to nodes
     */
    List<Node> select(String path) {
        try {
            List<Node> found = new ArrayList<>();
            for (Node node : list((NodeList) paths.evaluate(path, bare, XPathConstants.NODESET))) {
                found.add(originals.getOrDefault(node, node));
            }
            return found;
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(
                    "path: '" + path + "' (expected: an XPath to attributes or elements)", wrong);
        }
    }

    private void pair(Node copy, Node original) {
        List<Node> copies = list(copy.getChildNodes());
        List<Node> children = list(original.getChildNodes());
        for (int i = 0; i < copies.size(); i++) {
            pair(copies.get(i), children.get(i));
        }
        NamedNodeMap attributes = original.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            Node named = copy.getAttributes().getNamedItem(attribute.getNodeName());
            originals.put(bared(named), attribute);
        }
        originals.put(bared(copy), original);
    }

    private Node bared(Node node) {
        String bareName = bareName(node);
        return bareName == null ? node : bare.renameNode(node, null, bareName);
    }

    private static @Nullable String bareName(Node node) {
        String name = node.getNodeName();
        boolean prefixed =
                node.getNodeType() == Node.ELEMENT_NODE
                        || node.getNodeType() == Node.ATTRIBUTE_NODE && !name.startsWith("xmlns:");
        int colon = name.indexOf(':');
        return prefixed && colon > 0 ? name.substring(colon + 1) : null;
    }

    private static List<Node> list(NodeList nodes) {
        List<Node> list = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            list.add(nodes.item(i));
        }
        return list;
    }
}
