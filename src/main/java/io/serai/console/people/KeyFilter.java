package io.serai.console.people;

import io.serai.console.PageAddress;
import io.serai.console.Sorting;
import io.serai.console.access.ApiKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which keys are looked for.
 *
 * @param q a part of the name; empty: any
 * @param state good, expired or revoked; empty: any
 */
record KeyFilter(String q, String state) {

    boolean matches(KeyRow key) {
        return key.name().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT))
                && (state.isEmpty() || key.state().equals(state));
    }

    /** The address that shows the same as one that asks for this. */
    static String address(Map<String, String> asked) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String name : List.of("q", "state", "sort", "page")) {
            said.put(name, asked.getOrDefault(name, ""));
        }
        return PageAddress.of("/people/keys", said);
    }

    /** By what they can be ordered. */
    static Map<String, Comparator<ApiKey>> columns() {
        Comparator<Instant> never = Comparator.nullsFirst(Comparator.naturalOrder());
        Map<String, Comparator<ApiKey>> columns = new LinkedHashMap<>();
        columns.put(
                "name",
                Comparator.comparing(ApiKey::name, Sorting.byName()).thenComparing(ApiKey::id));
        columns.put("used", Comparator.comparing(ApiKey::lastUsedAt, never));
        columns.put("expires", Comparator.comparing(ApiKey::expiresAt));
        return columns;
    }
}
