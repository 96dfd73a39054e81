package io.serai.flow.trial;

import io.serai.vault.SecretMask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping really got and gave: no cards, which left below Camel, and no credentials, which
 * come in there.
 *
 * @param body what it got as its body; null: nothing
 * @param parameters what it got besides, by name
 * @param options with which its step calls it, as in a Camel URI
 * @param given what it gave; null: it failed
 * @param failed why it failed; null: it did not
 */
record MappedMessage(
        @Nullable String body,
        Map<String, Object> parameters,
        String options,
        @Nullable String given,
        @Nullable String failed) {

    @Override
    public String toString() {
        return "mapped message of " + size() + " characters";
    }

    /** The same, with all masked that looks like a card's number. */
    MappedMessage masked() {
        Map<String, Object> safe = new HashMap<>();
        parameters.forEach((name, value) -> safe.put(name, masked(value)));
        return new MappedMessage(
                (String) masked(body),
                safe,
                options,
                (String) masked(given),
                (String) masked(failed));
    }

    private static @Nullable Object masked(@Nullable Object value) {
        if (value instanceof String text) {
            return SecretMask.mask(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> safe = new HashMap<>();
            map.forEach((name, each) -> safe.put(name, masked(each)));
            return safe;
        }
        return value instanceof List<?> list
                ? list.stream().map(MappedMessage::masked).collect(Collectors.toList())
                : value;
    }

    /** Its characters. */
    long size() {
        long besides =
                parameters.values().stream().mapToLong(it -> String.valueOf(it).length()).sum();
        return besides + length(body) + length(given);
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
