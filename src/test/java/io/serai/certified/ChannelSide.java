package io.serai.certified;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.testing.SandboxClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A hotel as one of the stand-ins sees it: what it was told, and what it sells. */
final class ChannelSide {

    private static final String PUSHES =
            "/hotels/(ota/OTA_Hotel(Avail|RateAmount)Notif|xml/availability)|/eqc/ar";

    private final SandboxClient sandbox;
    private final long hotel;
    private final Function<String, List<Said>> reader;
    private long seen;

    /**
     * @param reader reads a body
     */
    ChannelSide(String url, long hotel, Function<String, List<Said>> reader) {
        this.sandbox = new SandboxClient(url);
        this.hotel = hotel;
        this.reader = reader;
    }

    SandboxClient sandbox() {
        return sandbox;
    }

    /** What it was told since it was asked last. */
    List<Message> told() {
        List<Message> messages = new ArrayList<>();
        JsonNode calls = calls();
        while (!calls.isEmpty()) {
            for (JsonNode call : calls) {
                seen = call.path("id").asLong();
                if (call.path("hotel").asLong() == hotel
                        && call.path("path").asText().matches(PUSHES)) {
                    messages.add(message(call));
                }
            }
            calls = calls();
        }
        return messages;
    }

    private JsonNode calls() {
        return sandbox.get("/sandbox/calls?limit=200&path=/&since=" + seen).body().path("calls");
    }

    private Message message(JsonNode call) {
        JsonNode at = call.path("at");
        return new Message(
                call.path("path").asText(),
                at.isNumber() ? Instant.ofEpochMilli(at.asLong()) : Instant.parse(at.asText()),
                call.path("millis").asInt(),
                call.path("bytes").asInt(),
                call.path("values").asInt(),
                reader.apply(call.path("body").asText()));
    }

    /** What it sells from one night to another, both included. */
    JsonNode grid(LocalDate from, LocalDate to) {
        return sandbox.get("/sandbox/hotels/%d/grid?from=%s&to=%s".formatted(hotel, from, to))
                .body()
                .path("rooms");
    }
}
