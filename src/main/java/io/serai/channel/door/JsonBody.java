package io.serai.channel.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.serai.channel.wire.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A JSON body. Its numbers stay as they came. */
final class JsonBody implements SafeBody {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();
    private static final Configuration PATHS =
            Configuration.builder()
                    .jsonProvider(new JacksonJsonNodeJsonProvider(JSON))
                    .mappingProvider(new JacksonMappingProvider(JSON))
                    .options(Option.AS_PATH_LIST, Option.SUPPRESS_EXCEPTIONS)
                    .build();
    private static final Configuration VALUES = PATHS.setOptions(Option.SUPPRESS_EXCEPTIONS);

    private final JsonNode json;

    private JsonBody(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads JSON.
     *
     * @throws IOException when it is none; quotes nothing of it
     */
    static JsonBody read(Answer answer) throws IOException {
        try {
            return new JsonBody(JSON.readTree(answer.text()));
        } catch (JsonProcessingException wrong) {
            throw new IOException("JSON: not readable at line " + wrong.getLocation().getLineNr());
        }
    }

    @Override
    public void takeCards(List<String> paths, CardTaker cards) {
        List<String> numbers = fields(paths.get(0));
        Set<String> owners = numbers.stream().map(JsonBody::owner).collect(Collectors.toSet());
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        for (String field : paths.stream().flatMap(path -> fields(path).stream()).toList()) {
            found.computeIfAbsent(card(field, owners), it -> new LinkedHashMap<>())
                    .put(field, name(field));
        }
        DocumentContext document = JsonPath.using(VALUES).parse(json);
        for (Map<String, String> fields : found.values()) {
            Map<String, String> card = new LinkedHashMap<>();
            fields.forEach((at, name) -> card.put(name, document.<JsonNode>read(at).asText("")));
            String token = cards.take(card);
            fields.keySet().forEach(at -> document.set(at, numbers.contains(at) ? token : ""));
        }
    }

    @Override
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        if (path.startsWith("/")) {
            add(json.at(path), texts);
        } else {
            for (String field : fields(path)) {
                add(JsonPath.using(VALUES).parse(json).<JsonNode>read(field), texts);
            }
        }
        return texts;
    }

    private static void add(JsonNode value, List<String> texts) {
        if (value.isValueNode() && !value.isNull()) {
            texts.add(value.asText());
        }
    }

    @Override
    public boolean isEmpty() {
        return json.isEmpty();
    }

    @Override
    public byte[] bytes() throws IOException {
        return JSON.writeValueAsBytes(json);
    }

    /** Where a path leads, as paths of single fields. */
    private List<String> fields(String path) {
        List<String> fields = new ArrayList<>();
        JsonPath.using(PATHS)
                .parse(json)
                .<ArrayNode>read(path)
                .forEach(at -> fields.add(at.asText()));
        return fields;
    }

    /** The nearest object around a field that owns a card's number; its own where none does. */
    private static String card(String field, Set<String> owners) {
        for (String around = owner(field); around.endsWith("]"); around = owner(around)) {
            if (owners.contains(around)) {
                return around;
            }
        }
        return owner(field);
    }

    /** What is before the last step of a path such as {@code $['payout']['card_number']}. */
    private static String owner(String field) {
        return field.substring(0, field.lastIndexOf('['));
    }

    private static String name(String field) {
        return field.substring(field.lastIndexOf('[') + 1, field.length() - 1).replace("'", "");
    }
}
