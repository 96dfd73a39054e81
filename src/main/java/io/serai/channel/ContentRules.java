package io.serai.channel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a channel takes of a hotel's content.
 *
 * @param configuration keys of a connection's configuration that content ports are told
 * @param needs those of them without which a hotel cannot be made there
 * @param kinds how each kind of part is taken, in the order in which they are sent
 * @param creation the steps by which a hotel is made there; none: it is not made from here
 * @param managed what people write there, and where, by kind or by kind and field
 * @param unread what of it cannot be read there, and why, by kind or by kind and field
 */
public record ContentRules(
        List<String> configuration,
        List<String> needs,
        Map<String, ContentKind> kinds,
        List<CreationStep> creation,
        Map<String, String> managed,
        Map<String, String> unread) {

    /** Takes nothing. */
    public static final ContentRules NONE =
            new ContentRules(List.of(), List.of(), Map.of(), List.of(), Map.of(), Map.of());

    public ContentRules {
        configuration = List.copyOf(Objects.requireNonNullElse(configuration, List.of()));
        needs = List.copyOf(Objects.requireNonNullElse(needs, List.of()));
        kinds = inOrder(kinds);
        creation = List.copyOf(Objects.requireNonNullElse(creation, List.of()));
        managed = inOrder(managed);
        unread = inOrder(unread);
    }

    /** How parts of a kind are taken; empty where they are not, or go with those of another. */
    public Optional<ContentKind> kind(String kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    /**
     * What content ports are told of a connection's configuration.
     *
     * @param said gives what it says under a key
     */
    public Map<String, String> told(UnaryOperator<@Nullable String> said) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String key : configuration) {
            String value = said.apply(key);
            if (value != null && !value.isBlank()) {
                told.put(key, value);
            }
        }
        return told;
    }

    private static <V> Map<String, V> inOrder(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
