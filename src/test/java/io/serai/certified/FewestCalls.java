package io.serai.certified;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The fewest calls that tell all of a hotel whose nights are all alike, reckoned from a channel's
 * file alone: as many as it has months, or more where there are more updates than fit.
 */
final class FewestCalls {

    private final JsonNode channel;
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    /**
     * @param folder the channel's folder
     * @param choices which parts of its file say more about fields, as {@code pricing/per-day}
     */
    FewestCalls(String folder, String... choices) {
        try {
            channel = new YAMLMapper().readTree(Path.of("routes", folder, "channel.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel.path("fields")
                .fields()
                .forEachRemaining(it -> fields.put(it.getKey(), it.getValue()));
        for (String choice : choices) {
            channel.at("/" + choice)
                    .fields()
                    .forEachRemaining(it -> fields.put(it.getKey(), it.getValue()));
        }
    }

    int of(int rooms, int rates, LocalDate first, int nights) {
        int calls = 0;
        for (var request :
                (Iterable<Map.Entry<String, JsonNode>>) channel.path("requests")::fields) {
            long ofRooms = fields(request.getKey(), "room");
            long ofRates = fields(request.getKey(), "product");
            if (ofRooms + ofRates > 0) {
                long ranges = (ofRooms > 0 ? rooms : 0) + (ofRates > 0 ? rates : 0);
                long values = rooms * ofRooms + rates * ofRates;
                calls += calls(request.getValue(), first, nights, ranges, values);
            }
        }
        return calls;
    }

    private static int calls(JsonNode rule, LocalDate first, int nights, long ranges, long values) {
        boolean byValues = rule.path("counted").asText().equals("values");
        boolean byMonth =
                StreamSupport.stream(rule.path("one").spliterator(), false)
                        .anyMatch(span -> span.asText().equals("month"));
        int most = rule.path("updates").asInt();
        int calls = 0;
        for (int length : byMonth ? months(first, nights) : List.of(nights)) {
            long updates = byValues ? values * length : ranges;
            calls += (int) ((updates + most - 1) / most);
        }
        return calls;
    }

    private static List<Integer> months(LocalDate first, int nights) {
        List<Integer> lengths = new ArrayList<>();
        LocalDate beyond = first.plusDays(nights);
        for (LocalDate from = first; from.isBefore(beyond); ) {
            LocalDate next = YearMonth.from(from).plusMonths(1).atDay(1);
            LocalDate to = next.isBefore(beyond) ? next : beyond;
            lengths.add((int) (to.toEpochDay() - from.toEpochDay()));
            from = to;
        }
        return lengths;
    }

    private long fields(String request, String level) {
        return fields.values().stream()
                .filter(
                        field ->
                                field.path("request").asText().equals(request)
                                        && field.path("at").asText().equals(level)
                                        && !field.path("per").asText().equals("stay"))
                .count();
    }
}
