package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Days that nobody can reckon with, at every parameter that the contract says is a day. */
class FarDaysApiTests {

    private static final List<String> FAR =
            List.of("%2B999999999-01-01", "-999999999-12-31", "%2B300000-01-01");
    private static final String FINE = "2027-07-01";

    private final SampleHotel hotel = SampleHotel.another(RunningSerai.shared().database());
    private final Visitor visitor = Visitor.nobody();
    private final String admin = Visitor.basic(Visitor.user("admin", hotel.id()));

    /** An operation, and its days by name. */
    private record Asked(String path, Map<String, String> days) {

        Asked with(String name, String day) {
            Map<String, String> other = new TreeMap<>(days);
            other.put(name, day);
            return new Asked(path, other);
        }

        String address() {
            String filled = path;
            StringBuilder query = new StringBuilder();
            for (var each : days.entrySet()) {
                String before = filled;
                filled = filled.replace("{" + each.getKey() + "}", each.getValue());
                if (filled.equals(before) && !each.getValue().isEmpty()) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(each.getKey())
                            .append('=')
                            .append(each.getValue());
                }
            }
            return filled + query;
        }
    }

    @Test
    void areRefusedAsWhatIsNoDayAtAll() throws IOException {
        List<Asked> all = reads();
        List<String> wrong = new ArrayList<>();

        for (Asked asked : all) {
            for (String name : asked.days().keySet()) {
                int malformed = status(asked.with(name, "soon"));
                for (String far : FAR) {
                    Asked of = asked.with(name, far);
                    int status = status(of);
                    if (status != malformed || status != 400 && status != 422) {
                        wrong.add("%d, of no day %d: %s".formatted(status, malformed, of));
                    }
                }
            }
        }

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    private int status(Asked asked) {
        return visitor.get(asked.address(), "Authorization", admin).statusCode();
    }

    private List<Asked> reads() throws IOException {
        JsonNode document = ApiContractTests.document();
        List<Asked> all = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            JsonNode read = path.getValue().path("get");
            Map<String, String> days = new TreeMap<>();
            Stream.of(path.getValue(), read)
                    .flatMap(each -> each.path("parameters").valueStream())
                    .map(each -> meant(document, each))
                    .filter(each -> isDay(document, each))
                    .forEach(
                            each ->
                                    days.put(
                                            each.path("name").asText(),
                                            each.path("required").asBoolean() ? FINE : ""));
            if (!days.isEmpty() && read.isObject()) {
                all.add(new Asked(at(path.getKey()), days));
            }
        }
        return all;
    }

    private String at(String path) {
        return path.replace("{hotel}", Integer.toString(hotel.id()))
                .replace("{id}", Integer.toString(hotel.connection()))
                .replace("{product}", Integer.toString(hotel.product()))
                .replace("{roomType}", Integer.toString(hotel.roomType()));
    }

    private static boolean isDay(JsonNode document, JsonNode parameter) {
        String format = meant(document, parameter.path("schema")).path("format").asText();
        return format.equals("date");
    }

    private static JsonNode meant(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
