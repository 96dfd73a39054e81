package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.account.CredentialSources;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody enters as credentials.
 *
 * @param credentials by their names
 * @param expiresAt when the channel takes them no more; null: not said
 */
record CredentialForm(Map<String, String> credentials, @Nullable Instant expiresAt) {

    private static final Set<String> KNOWN = Set.of("credentials", "expiresAt");
    private static final String NAME = "[a-z][a-z0-9_]{0,59}";

    /**
     * Reads them; what is wrong is told without any value.
     *
     * @param needed those that the channel cannot be without
     * @throws Problem 422 naming the field that cannot be meant
     */
    static CredentialForm read(@Nullable ObjectNode body, List<String> needed) {
        Form form = Form.of(body, KNOWN);
        Map<String, String> given = new TreeMap<>();
        JsonNode said = body == null ? null : body.get("credentials");
        if (said != null) {
            said.properties()
                    .forEach(entry -> given.put(entry.getKey(), value(form, entry.getValue())));
        }
        if (given.isEmpty()
                || !given.keySet().stream().allMatch(name -> name.matches(NAME))
                || !given.keySet().containsAll(needed)) {
            throw form.refusal(
                    "credentials", given.keySet().toString(), "texts by name, at least " + needed);
        }
        return new CredentialForm(given, moment(form));
    }

    /** Whether any of them says only where it lies. */
    boolean isElsewhere() {
        return credentials.values().stream().anyMatch(CredentialSources::isElsewhere);
    }

    private static String value(Form form, JsonNode value) {
        if (!value.isTextual() || value.asText().isBlank()) {
            throw form.refusal("credentials", "one that is no text", "texts");
        }
        return value.asText();
    }

    private static @Nullable Instant moment(Form form) {
        String said = form.text("expiresAt");
        try {
            return said == null ? null : Instant.parse(said);
        } catch (DateTimeParseException wrong) {
            throw form.refusal("expiresAt", said, "a moment as 2030-01-31T00:00:00Z");
        }
    }

    @Override
    public String toString() {
        return "CredentialForm" + credentials.keySet();
    }
}
