package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;

/**
 * The descriptions of a property, one a language. One is shown: that of the language that is asked
 * for, else of the usual one, else any.
 */
final class Descriptions {

    static final String PART = "description/";
    private static final String LANGUAGE = "language_code";
    private static final String USUAL = "en-gb";

    private final Schemas schemas;
    private final Parts parts;
    private final Clock clock;

    Descriptions(Schemas schemas, Parts parts, Clock clock) {
        this.schemas = schemas;
        this.parts = parts;
        this.clock = clock;
    }

    JsonNode put(Told told) {
        schemas.check("description", told.body());
        var kept = (ObjectNode) told.body().deepCopy();
        var language = kept.path(LANGUAGE).asText(USUAL);
        kept.put(LANGUAGE, language).put("last_update", clock.instant().toString());
        parts.put(told.hotel().id(), PART + language, kept);
        return JsonFaces.NOTHING;
    }

    JsonNode read(Told told) {
        Optional<JsonNode> found = parts.find(told.hotel().id(), PART + language(told));
        return (told.call().query().containsKey(LANGUAGE) ? found : found.or(() -> any(told)))
                .orElseThrow(() -> Wrong.notFound("a description"));
    }

    private Optional<JsonNode> any(Told told) {
        return parts.below(told.hotel().id(), PART).values().stream().findFirst();
    }

    JsonNode remove(Told told) {
        if (!parts.remove(told.hotel().id(), PART + language(told))) {
            throw Wrong.notFound("a description");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static String language(Told told) {
        return told.call().query().getOrDefault(LANGUAGE, USUAL);
    }
}
