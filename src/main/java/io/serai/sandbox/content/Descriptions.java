package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** The descriptions of a property, one a language; without a language it is that of the house. */
final class Descriptions {

    static final String PART = "description/";
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
        var language = kept.path("language_code").asText(USUAL);
        kept.put("language_code", language).put("last_update", clock.instant().toString());
        parts.put(told.hotel().id(), PART + language, kept);
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode read(Told told) {
        return parts.find(told.hotel().id(), PART + language(told))
                .orElseThrow(() -> Wrong.notFound("a description"));
    }

    JsonNode remove(Told told) {
        if (!parts.remove(told.hotel().id(), PART + language(told))) {
            throw Wrong.notFound("a description");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static String language(Told told) {
        return told.call().query().getOrDefault("language_code", USUAL);
    }
}
