package io.serai.hotel.night;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a night.
 *
 * @param at when
 * @param what set, sent, answered, refused, drift-found or drift-settled
 * @param said what is known of it, by name
 */
public record Happening(Instant at, String what, Map<String, @Nullable Object> said) {

    /** As it stands in answers. */
    public Map<String, @Nullable Object> shape() {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("at", at.toString());
        shape.put("what", what);
        said.forEach(
                (name, value) -> {
                    if (value != null) {
                        shape.put(name, value);
                    }
                });
        return shape;
    }
}
