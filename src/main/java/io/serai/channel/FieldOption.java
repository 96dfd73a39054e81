package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a channel takes some fields where that is set for each hotel there. Which of the choices
 * holds for a connection its configuration says, under the option's name with {@code _} for {@code
 * -}.
 *
 * @param usual the choice of a connection that names none, or one that is not there
 * @param choices by their names: the fields that are taken otherwise
 */
public record FieldOption(String usual, Map<String, Map<String, FieldRule>> choices) {

    /** Every key of the file but {@code default} is a choice. */
    @JsonCreator
    static FieldOption of(
            @JsonProperty("default") String usual,
            @JsonAnySetter Map<String, Map<String, FieldRule>> choices) {
        return new FieldOption(usual, choices);
    }

    public FieldOption {
        choices = Map.copyOf(new LinkedHashMap<>(choices));
    }

    /** The fields of a choice. */
    Map<String, FieldRule> fields(@Nullable String chosen) {
        Map<String, FieldRule> there = chosen == null ? null : choices.get(chosen);
        return there != null ? there : choices.getOrDefault(usual, Map.of());
    }
}
