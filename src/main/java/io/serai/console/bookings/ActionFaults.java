package io.serai.console.bookings;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.Refusal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with what was entered for an action, by the labels of its form.
 *
 * @param needs the schema of what the action needs
 * @param entered by the names of the inputs
 */
record ActionFaults(JsonNode needs, Map<String, String> entered) {

    /** Where the value is, as {@code /nights/0/price}, and what is wrong with it. */
    private static final Pattern AT = Pattern.compile("/([\\w/-]+): .*");

    private static final Pattern MISSING = Pattern.compile(".*required property '([\\w-]+)'.*");

    /** Of faults as programs are told them, with semicolons between. */
    String words(@Nullable String told) {
        return Stream.of(String.valueOf(told).split("; "))
                .map(this::fault)
                .distinct()
                .collect(Collectors.joining(". "));
    }

    private String fault(String told) {
        Matcher missing = MISSING.matcher(told);
        if (missing.matches()) {
            return "“"
                    + title(field(missing.group(1)), missing.group(1))
                    + "” is missing: enter it";
        }
        Matcher at = AT.matcher(told);
        if (!at.matches()) {
            return Refusal.of(told).words();
        }
        String path = at.group(1);
        JsonNode field = field(path);
        String meaning = field.path("description").asText("");
        return "“%s” cannot be “%s”%s"
                .formatted(
                        entered.getOrDefault(path.replace('/', '.'), ""),
                        title(field, path.substring(path.lastIndexOf('/') + 1)),
                        meaning.isEmpty() ? "" : ": " + meaning);
    }

    private JsonNode field(String path) {
        JsonNode here = needs;
        for (String part : path.split("/")) {
            here = part.matches("[0-9]+") ? here.path("items") : here.path("properties").path(part);
        }
        return here;
    }

    private static String title(JsonNode field, String name) {
        return field.path("title").asText(ActionForm.words(name));
    }
}
