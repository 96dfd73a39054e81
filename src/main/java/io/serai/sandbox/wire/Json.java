package io.serai.sandbox.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;

/** JSON as the stand-in reads and writes it: dates as text, unknown keys refused. */
public final class Json {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Json() {}

    /** Reads a body; refused with 400 and the place of the fault. */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            return MAPPER.readValue(body, type);
        } catch (java.io.IOException e) {
            throw new Refusal(400, "394", "body: " + e.getMessage());
        }
    }

    public static <T> T read(String text, Class<T> type) {
        return read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), type);
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static String envelope(Refusal refusal, String ruid) {
        return write(
                Map.of(
                        "meta", Map.of("ruid", ruid),
                        "warnings", List.of(),
                        "errors",
                                List.of(
                                        Map.of(
                                                "code",
                                                refusal.code().isEmpty()
                                                        ? 394
                                                        : Integer.valueOf(refusal.code()),
                                                "message",
                                                refusal.words()))));
    }
}
