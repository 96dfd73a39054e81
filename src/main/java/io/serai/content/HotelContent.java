package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.ContentKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a hotel says of itself, part by part: what was written, and what its own record says.
 */
public final class HotelContent {

    private static final String OWN = "own";

    private final Map<PartId, ObjectNode> parts;

    HotelContent(Map<PartId, ObjectNode> parts) {
        this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The parts there are, each with its whole content. */
    public Map<PartId, ObjectNode> parts() {
        return parts;
    }

    /** The parts there are of a kind. */
    List<PartId> ofKind(String kind) {
        return parts.keySet().stream().filter(part -> part.kind().equals(kind)).toList();
    }

    /**
     * What a channel is to have of a part, field by field: what it takes, in its languages.
     *
     * @param rule how it takes parts of the kind
     * @param folder the channel's folder, under which what only it asks for is written
     */
    SortedMap<String, JsonNode> wanted(PartId part, ContentKind rule, String folder) {
        ObjectNode whole = forChannel(parts.get(part), folder);
        for (String kind : rule.with()) {
            ofKind(kind).forEach(with -> whole.set(kind, forChannel(parts.get(with), folder)));
        }
        SortedMap<String, JsonNode> fields = ContentFields.flat(whole);
        fields.keySet()
                .removeIf(
                        field ->
                                !rule.takes(field)
                                        || !ContentFields.language(whole, field)
                                                .map(rule::takesLanguage)
                                                .orElse(true));
        return fields;
    }

    private static ObjectNode forChannel(@Nullable ObjectNode content, String folder) {
        ObjectNode copy =
                content == null ? JsonNodeFactory.instance.objectNode() : content.deepCopy();
        JsonNode own = copy.path(OWN).path(folder);
        copy.remove(OWN);
        if (own.isObject()) {
            copy.set(OWN, own);
        }
        return copy;
    }
}
