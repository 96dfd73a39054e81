package io.serai.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Writes and reads the JSON of the ports: nights as {@code YYYY-MM-DD}, money as strings. */
public final class PortJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private PortJson() {}

    /** Writes a record of a port. */
    public static String write(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    message.getClass().getSimpleName() + ": not to be written as JSON", wrong);
        }
    }

    /**
     * Reads a record of a port.
     *
     * @throws IllegalArgumentException when the text is not one; quotes nothing of it
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    type.getSimpleName()
                            + ": not readable at "
                            + wrong.getLocation().offsetDescription()
                            + " (expected: as its schema says)");
        }
    }
}
