package io.serai.console.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.request.RequestContracts;
import io.serai.content.ContentParts;
import io.serai.content.HotelContent;
import io.serai.content.PartId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Lays a hotel's content out to be written, part by part. */
@Component
class PartSheets {

    private static final String CONTRACT = "content-push";

    private final RequestContracts contracts;

    PartSheets(RequestContracts contracts) {
        this.contracts = contracts;
    }

    /** What may be written of a kind. */
    JsonNode schema(String kind) {
        ObjectNode schema = contracts.needs(CONTRACT, kind);
        ((ObjectNode) schema.path("properties")).remove(ContentParts.derived(kind));
        return schema;
    }

    /**
     * A part.
     *
     * @param content what its fields say
     * @param problems what is wrong with that
     */
    PartSheet of(
            PartId part,
            ObjectNode content,
            ObjectNode now,
            SortedSet<String> languages,
            List<String> problems) {
        Map<String, String> record = new LinkedHashMap<>();
        ContentParts.derived(part.kind()).stream()
                .sorted()
                .filter(name -> now.path(name).isValueNode())
                .forEach(name -> record.put(ContentSchema.words(name), now.path(name).asText()));
        return new PartSheet(
                id(part),
                part.name(),
                title(part, now),
                part.kind(),
                record,
                new ContentForm(schema(part.kind()), languages, problems).fields(content),
                version(now),
                problems);
    }

    /** Those of a kind. */
    static List<Map.Entry<PartId, ObjectNode>> ofKind(HotelContent content, String kind) {
        return content.parts().entrySet().stream()
                .filter(each -> each.getKey().kind().equals(kind))
                .toList();
    }

    /** What is another as soon as the content is. */
    static String version(ObjectNode content) {
        return DigestUtils.md5DigestAsHex(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String title(PartId part, ObjectNode now) {
        return now.path("name").asText(ContentSchema.words(part.kind()));
    }

    private static String id(PartId part) {
        return "part-" + part.kind() + key(part.roomType()) + key(part.ratePlan());
    }

    private static String key(@Nullable Integer key) {
        return key == null ? "" : "-" + key;
    }
}
