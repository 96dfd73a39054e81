package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;

/**
 * The calls that channels have received, and answered with success or not.
 *
 * @param counts by method, path and status
 */
record Calls(TreeMap<String, Long> counts) {

    static Calls of(List<? extends Seller> sellers) {
        var counts = new TreeMap<String, Long>();
        sellers.forEach(seller -> count(seller, counts));
        return new Calls(counts);
    }

    private static void count(Seller seller, TreeMap<String, Long> counts) {
        for (JsonNode call : seller.desk().get("/sandbox/counters").get("calls")) {
            counts.put(
                    call.get("method").asText()
                            + " "
                            + call.get("path").asText()
                            + " "
                            + call.get("status").asText(),
                    call.get("calls").asLong());
        }
    }

    Calls since(Calls before) {
        var more = new TreeMap<>(counts);
        before.counts.forEach((name, calls) -> more.merge(name, -calls, Long::sum));
        more.values().removeIf(calls -> calls == 0);
        return new Calls(more);
    }

    /** Those that carried rooms, prices or restrictions. */
    long messages() {
        return sum("Avail") + sum("RateAmount") + sum("/hotels/xml/availability") + sum("/eqc/ar");
    }

    long sum(String part) {
        return counts.entrySet().stream()
                .filter(call -> call.getKey().contains(part))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }
}
