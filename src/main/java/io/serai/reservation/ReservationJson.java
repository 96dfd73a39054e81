package io.serai.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;

/** Reads and writes the canonical reservation; the same reservation is always the same text. */
final class ReservationJson {

    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
                    .build();

    private ReservationJson() {}

    /**
     * @throws UnreadableReservation naming the field and what is wrong with it, never a guest
     */
    static IncomingReservation read(String json) {
        try {
            return MAPPER.readValue(json, IncomingReservation.class);
        } catch (JsonMappingException wrong) {
            throw new UnreadableReservation(field(wrong) + ": " + reason(wrong));
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw new UnreadableReservation(
                    "no JSON from line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }

    private static String field(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "" + step.getIndex()
                                        : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String reason(JsonMappingException wrong) {
        return wrong.getCause() instanceof IllegalArgumentException said
                ? String.valueOf(said.getMessage())
                : wrong.getOriginalMessage();
    }
}
