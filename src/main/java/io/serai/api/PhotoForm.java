package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.content.photo.Captions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of a photo; what it does not name stays as it is. */
final class PhotoForm {

    private static final Set<String> FIELDS = Set.of("captions", "rooms", "main");
    private static final String LANGUAGES = "texts by language, as en or pt-BR";

    private final Form form;
    private final ObjectNode body;

    /**
     * @throws Problem 422 naming a field that is not known
     */
    PhotoForm(@Nullable ObjectNode body) {
        this.form = Form.of(body, FIELDS);
        this.body = java.util.Objects.requireNonNull(body, "body");
    }

    /** What is to stand below it, by language; null where the request does not say. */
    @Nullable Map<String, String> captions() {
        if (!form.names("captions")) {
            return null;
        }
        JsonNode said = body.path("captions");
        if (!said.isObject()) {
            throw form.refusal("captions", said.toString(), LANGUAGES);
        }
        Map<String, String> captions = new TreeMap<>();
        said.properties()
                .forEach(
                        each -> {
                            String text = each.getValue().asText().strip();
                            Optional<String> expected =
                                    each.getValue().isTextual()
                                            ? Captions.expected(each.getKey(), text)
                                            : Optional.of(LANGUAGES);
                            if (expected.isPresent()) {
                                throw form.refusal(
                                        "captions." + each.getKey(),
                                        each.getValue().toString(),
                                        expected.get());
                            }
                            captions.put(each.getKey(), text);
                        });
        return captions;
    }

    /**
     * The room types that it is to show; null where the request does not say.
     *
     * @param known the hotel's, by code
     */
    @Nullable Collection<Integer> rooms(Map<String, Integer> known) {
        if (!form.names("rooms")) {
            return null;
        }
        Collection<Integer> rooms = new LinkedHashSet<>();
        for (JsonNode code : body.path("rooms")) {
            Integer room = known.get(code.asText());
            if (room == null) {
                throw form.refusal("rooms", code.toString(), "of " + known.keySet());
            }
            rooms.add(room);
        }
        if (!body.path("rooms").isArray()) {
            throw form.refusal("rooms", body.path("rooms").toString(), "a list of room types");
        }
        return rooms;
    }

    /** Whether it is to be the main photo; that it is none is said by making another one that. */
    boolean main() {
        boolean main = form.flag("main", false);
        if (form.names("main") && !main) {
            throw form.refusal("main", "false", "true, for the photo that is to be it");
        }
        return main;
    }

    /**
     * The order that a request says.
     *
     * @param known all of the hotel
     */
    static List<Long> order(@Nullable ObjectNode body, Collection<Long> known) {
        Form form = Form.of(body, Set.of("photos"));
        String expected = "each of " + known + " once";
        List<Long> order =
                form.list(
                        "photos",
                        expected,
                        (JsonNode id) -> Long.valueOf(Targets.key(id.asText())));
        if (order == null
                || order.size() != known.size()
                || !new LinkedHashSet<>(order).equals(new LinkedHashSet<>(known))) {
            throw form.refusal("photos", String.valueOf(order), expected);
        }
        return new ArrayList<>(order);
    }
}
