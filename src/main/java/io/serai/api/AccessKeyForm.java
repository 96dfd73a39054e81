package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.ApiKey;
import io.serai.console.access.KeySettings;
import io.serai.console.access.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an API key is to be for. */
final class AccessKeyForm {

    private static final Set<String> KNOWN =
            Set.of("name", "rights", "everywhere", "hotels", "days");
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}";
    private static final List<String> WORDS =
            Arrays.stream(Right.values()).map(Right::word).toList();

    private AccessKeyForm() {}

    /**
     * What is wished.
     *
     * @throws Problem 422 naming the field that cannot be meant
     */
    static ApiKey.Wish read(@Nullable ObjectNode body, KeySettings settings, Instant now) {
        Form form = Form.of(body, KNOWN);
        String name = form.text("name");
        if (name == null || !name.matches(NAME)) {
            throw form.refusal(
                    "name", name == null ? "missing" : name, "1 to 60 letters, digits, . _ -");
        }
        boolean everywhere = form.flag("everywhere", false);
        List<Long> hotels = form.list("hotels", "ids of hotels", element -> hotel(form, element));
        if (everywhere == (hotels != null)) {
            throw form.refusal(
                    "hotels", everywhere ? "named" : "missing", "ids, or everywhere: true");
        }
        Integer days = form.whole("days", 1, (int) settings.longest().toDays());
        return new ApiKey.Wish(
                name,
                rights(form),
                everywhere,
                hotels == null ? List.of() : hotels.stream().distinct().toList(),
                now.plus(days == null ? settings.life() : Duration.ofDays(days)));
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
