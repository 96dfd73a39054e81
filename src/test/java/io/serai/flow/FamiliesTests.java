package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.delivery.ParkingSlip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every flow says about its failures, and what is parked. */
class FamiliesTests {

    private static final String FAMILY = "routeConfigurationId";
    private static final String PARK = "message-park";

    @Test
    void aFlowNamesWhatHappensWhenItFailsOrIsCalledByThoseThatDo() {
        Map<String, JsonNode> routes = routes();

        List<String> silent =
                routes.entrySet().stream()
                        .filter(route -> !route.getValue().has(FAMILY))
                        .filter(route -> !callersNameOne(route.getKey(), routes))
                        .map(Map.Entry::getKey)
                        .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void onlyReservationsWebhooksAndWhatHotelsAskedForAreParked() {
        Map<String, JsonNode> routes = routes();

        Set<String> parking = new TreeSet<>();
        routes.forEach(
                (id, route) -> {
                    if (called(route).contains(PARK)) {
                        parking.add(id);
                    }
                });

        assertThat(parking)
                .contains("reservation-left", "reservation-park", "webhook-process")
                .allMatch(id -> id.matches("(reservation|webhook|request|hook)s?-.*"));
        assertThat(ParkingSlip.Kind.values())
                .extracting(ParkingSlip.Kind::stored)
                .contains("reservation", "webhook", "call")
                .doesNotContain("rate", "room", "price", "content");
    }

    @Test
    void roomsPricesAndJobsNeverGetWhereMessagesAreParked() {
        Map<String, JsonNode> routes = routes();

        Set<String> reached = new TreeSet<>();
        routes.keySet().stream()
                .filter(id -> id.matches(".*(ari-|products-|property-|job-|full-sync).*"))
                .forEach(id -> reach(id, routes, reached));

        assertThat(reached).isNotEmpty().doesNotContain(PARK, "reservation-take");
    }

    private static Map<String, JsonNode> routes() {
        Map<String, JsonNode> routes = new TreeMap<>();
        RouteFiles.below(Path.of("routes")).values().stream()
                .flatMap(text -> RouteFiles.routes(RouteFiles.parse(text)).stream())
                .forEach(route -> routes.put(route.path("id").asText(), route));
        return routes;
    }

    private static boolean callersNameOne(String id, Map<String, JsonNode> routes) {
        List<JsonNode> callers =
                routes.values().stream().filter(route -> called(route).contains(id)).toList();
        return !callers.isEmpty() && callers.stream().allMatch(caller -> caller.has(FAMILY));
    }

    /** The ids of the routes that a route calls by name. */
    private static Set<String> called(JsonNode route) {
        Set<String> names = new HashSet<>();
        for (JsonNode step : route.findParents("uri")) {
            if (step.path("uri").asText().equals("direct") && !step.has("steps")) {
                names.add(step.at("/parameters/name").asText());
            }
        }
        return names;
    }

    private static void reach(String id, Map<String, JsonNode> routes, Set<String> reached) {
        List<String> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (routes.containsKey(next) && reached.add(next)) {
                open.addAll(called(routes.get(next)));
            }
        }
    }
}
