package io.serai.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.PushRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A channel that keeps its own grid and answers as it is told to. */
final class TestChannel {

    static final String APPLIED =
            "{\"reference\": \"ref\", \"outcome\": \"applied\", \"items\": []}";

    /** What it answers instead of taking a message; null: it takes it. */
    interface Manner extends Function<JsonNode, String> {}

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> grid = Collections.synchronizedMap(new TreeMap<>());
    private final List<JsonNode> messages = Collections.synchronizedList(new ArrayList<>());
    private final boolean replacesPrices;
    private Manner manner = message -> null;

    TestChannel() {
        this(false);
    }

    /**
     * @param replacesPrices whether the prices it is sent for a night are all that it has
     */
    TestChannel(boolean replacesPrices) {
        this.replacesPrices = replacesPrices;
    }

    /** From now on it answers so. */
    void answers(Manner how) {
        manner = how;
    }

    /** From now on it takes everything. */
    void takesAll() {
        manner = message -> null;
    }

    String call(String body) {
        JsonNode message = read(body);
        messages.add(message);
        String answer = manner.apply(message);
        if (answer == null) {
            take(message);
            return APPLIED;
        }
        return answer;
    }

    JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Writes a message into the grid. */
    void take(JsonNode message) {
        message.path("updates").forEach(this::takeUpdate);
    }

    /** Writes one update of a message into the grid. */
    void takeUpdate(JsonNode update) {
        LocalDate from = LocalDate.parse(update.path("from").asText());
        LocalDate to = LocalDate.parse(update.path("to").asText());
        from.datesUntil(to.plusDays(1))
                .filter(night -> isMeant(update.path("days"), night))
                .forEach(night -> takeNight(update, night));
    }

    private static boolean isMeant(JsonNode days, LocalDate night) {
        String day = PushRequest.Day.of(night.getDayOfWeek()).word();
        return days.isMissingNode()
                || StreamSupport.stream(days.spliterator(), false)
                        .anyMatch(one -> one.asText().equals(day));
    }

    private void takeNight(JsonNode update, LocalDate night) {
        String cell = cell(update.path("room").asText(), update.path("rate").asText(null), night);
        if (replacesPrices && update.path("set").has("price")) {
            grid.keySet().removeIf(key -> key.startsWith(cell + " price:"));
        }
        update.path("set")
                .fields()
                .forEachRemaining(field -> put(cell, field.getKey(), field.getValue()));
    }

    private void put(String cell, String field, JsonNode value) {
        if (value.isObject()) {
            value.fields()
                    .forEachRemaining(
                            part -> put(cell, field + ":" + part.getKey(), part.getValue()));
        } else {
            grid.put(cell + " " + field, value.asText());
        }
    }

    private static String cell(String room, String rate, LocalDate night) {
        return room + "/" + (rate == null ? "" : rate) + " " + night;
    }

    /** What it shows of a night; null when it was never told. */
    String shows(String room, String rate, LocalDate night, String field) {
        return grid.get(cell(room, rate, night) + " " + field);
    }

    /** A guest books there: its own count goes down. */
    void book(String room, LocalDate night) {
        grid.computeIfPresent(
                cell(room, null, night) + " rooms",
                (cell, rooms) -> Integer.toString(Math.max(Integer.parseInt(rooms) - 1, 0)));
    }

    /** All that it was sent since the last time. */
    List<JsonNode> heard() {
        List<JsonNode> heard = List.copyOf(messages);
        messages.clear();
        return heard;
    }

    /** The messages of one request that it was sent since the last time. */
    List<JsonNode> heard(String request) {
        return heard().stream()
                .filter(message -> message.path("request").asText().equals(request))
                .toList();
    }
}
