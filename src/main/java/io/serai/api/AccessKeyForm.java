package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.Right;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request says that an API key is to be for.
 *
 * @param days null where it says none
 */
record AccessKeyForm(
        String name,
        Set<Right> rights,
        boolean everywhere,
        List<Long> hotels,
        @Nullable Integer days) {

    private static final Set<String> KNOWN =
            Set.of("name", "rights", "everywhere", "hotels", "days");
    private static final List<String> WORDS =
            Arrays.stream(Right.values()).map(Right::word).toList();

    /**
     * Reads it.
     *
     * @throws Problem 422 naming the field that cannot be meant
     */
    static AccessKeyForm read(@Nullable ObjectNode body) {
        Form form = Form.of(body, KNOWN);
        boolean everywhere = form.flag("everywhere", false);
        List<Long> hotels = form.list("hotels", "ids of hotels", element -> hotel(form, element));
        if (everywhere == (hotels != null)) {
            throw form.refusal(
                    "hotels", everywhere ? "named" : "missing", "ids, or everywhere: true");
        }
        return new AccessKeyForm(
                Objects.requireNonNullElse(form.text("name"), ""),
                rights(form),
                everywhere,
                hotels == null ? List.of() : hotels,
                form.whole("days", 1, Integer.MAX_VALUE));
    }

    private static Set<Right> rights(Form form) {
        List<Right> rights =
                form.list("rights", "some of " + WORDS, element -> right(form, element));
        if (rights == null) {
            throw form.refusal("rights", "missing", "some of " + WORDS);
        }
        return EnumSet.copyOf(rights);
    }

    private static Right right(Form form, JsonNode element) {
        if (!WORDS.contains(element.asText())) {
            throw form.refusal("rights", element.toString(), "some of " + WORDS);
        }
        return Right.of(element.asText());
    }

    private static Long hotel(Form form, JsonNode element) {
        if (!element.asText().matches("[0-9]{1,9}")) {
            throw form.refusal("hotels", element.toString(), "ids of hotels");
        }
        return Long.valueOf(element.asText());
    }
}
