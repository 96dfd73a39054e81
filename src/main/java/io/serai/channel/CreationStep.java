package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A step by which a hotel is made at a channel: all parts of a kind, a port of its own, or what a
 * person does there.
 *
 * @param name the kind, or the name of the step
 * @param port the port that does it; null where it is a kind or a person's
 * @param there what a person does at the channel, and where; null where Serai does it
 */
public record CreationStep(String name, @Nullable String port, @Nullable String there) {

    /** Reads {@code room}, {@code {step, port}} or {@code {step, there}}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreationStep parse(JsonNode said) {
        return said.isObject()
                ? new CreationStep(
                        said.path("step").asText(),
                        said.path("port").asText(null),
                        said.path("there").asText(null))
                : new CreationStep(said.asText(), null, null);
    }

    /** Whether it sends all parts of a kind. */
    public boolean isKind() {
        return port == null && there == null;
    }
}
