package io.serai.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML text as JSON that still knows the line of each of its parts. */
final class YamlText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Resolver TYPES = new Resolver();

    private final String file;
    private final UnaryOperator<String> placeholders;
    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode json;

    /**
     * Reads a text.
     *
     * @param file its name, for messages
     * @param placeholders fills the placeholders of a value
     * @throws ChannelRefused when it is no YAML or a key stands twice
     */
    YamlText(String file, String text, UnaryOperator<String> placeholders) {
        this.file = file;
        this.placeholders = placeholders;
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            this.json = root == null ? JSON.nullNode() : read(root, "");
        } catch (MarkedYAMLException wrong) {
            int line = wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
            throw new ChannelRefused(file, line, String.valueOf(wrong.getProblem()), wrong);
        }
    }

    JsonNode json() {
        return json;
    }

    /** A refusal that names the line of a JSON pointer, or of the nearest thing around it. */
    ChannelRefused refusal(String pointer, String reason) {
        String known = pointer;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        String name = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
        return new ChannelRefused(file, lines.getOrDefault(known, 1), name + reason, null);
    }

    /** The JSON pointer of a key below another pointer. */
    static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode read(Node node, String pointer) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(read(element, pointer + "/" + array.size()));
            }
            return array;
        }
        return scalar((ScalarNode) node, pointer);
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key = ((ScalarNode) entry.getKeyNode()).getValue();
            String below = below(pointer, key);
            lines.put(below, entry.getKeyNode().getStartMark().getLine() + 1);
            if (object.has(key)) {
                throw refusal(below, "stands twice (expected: once)");
            }
            object.set(key, read(entry.getValueNode(), below));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode node, String pointer) {
        String value;
        try {
            value = placeholders.apply(node.getValue());
        } catch (IllegalArgumentException unset) {
            throw refusal(pointer, String.valueOf(unset.getMessage()));
        }
        boolean filled = !value.equals(node.getValue());
        Tag type = filled ? TYPES.resolve(NodeId.scalar, value, true) : node.getTag();
        if (Tag.INT.equals(type) && value.matches("-?[0-9]{1,9}")) {
            return JSON.numberNode(Integer.parseInt(value));
        }
        if (Tag.BOOL.equals(type)) {
            return JSON.booleanNode(value.matches("(?i)yes|true|on"));
        }
        return Tag.NULL.equals(type) ? JSON.nullNode() : JSON.textNode(value);
    }
}
