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
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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
        return new PartSheet(
                id(part),
                part.name(),
                title(part, now),
                part.kind(),
                record(part.kind(), now),
                new ContentForm(schema(part.kind()), languages, problems).fields(content),
                version(now),
                problems);
    }

    /** What the hotel's own record says; of a plan that it sells, all that the plan says, too. */
    private static Map<String, String> record(String kind, ObjectNode now) {
        Map<String, String> record = new LinkedHashMap<>();
        ContentParts.derived(kind).stream()
                .sorted()
                .forEach(name -> say(record, ContentSchema.words(name), now.path(name)));
        return record;
    }

    private static void say(Map<String, String> record, String words, JsonNode said) {
        if (said.isObject()) {
            said.properties()
                    .forEach(
                            each ->
                                    say(
                                            record,
                                            words
                                                    + ", "
                                                    + ContentSchema.words(each.getKey())
                                                            .toLowerCase(Locale.ROOT),
                                            each.getValue()));
        } else if (said.isArray()) {
            record.put(
                    words,
                    StreamSupport.stream(said.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(", ")));
        } else if (!said.isMissingNode() && !said.isNull()) {
            record.put(words, said.asText());
        }
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
        if (part.kind().equals(PartId.PRODUCT)) {
            return now.path("roomName").asText() + " · " + now.path("plan").path("name").asText();
        }
        return now.path("name").asText(ContentSchema.words(part.kind()));
    }

    private static String id(PartId part) {
        return "part-" + part.kind() + key(part.roomType()) + key(part.ratePlan());
    }

    private static String key(@Nullable Integer key) {
        return key == null ? "" : "-" + key;
    }
}
