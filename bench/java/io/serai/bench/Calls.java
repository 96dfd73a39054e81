package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;

/**
 * The calls that the channel has received, and answered with success or not.
 *
 * @param counts by method, path and status
 */
record Calls(TreeMap<String, Long> counts) {

    static Calls of(ChannelDesk desk) {
        var counts = new TreeMap<String, Long>();
        for (JsonNode call : desk.get("/sandbox/counters").get("calls")) {
            counts.put(
                    call.get("method").asText()
                            + " "
                            + call.get("path").asText()
                            + " "
                            + call.get("status").asText(),
                    call.get("calls").asLong());
        }
        return new Calls(counts);
    }

    Calls since(Calls before) {
        var more = new TreeMap<>(counts);
        before.counts.forEach((name, calls) -> more.merge(name, -calls, Long::sum));
        more.values().removeIf(calls -> calls == 0);
        return new Calls(more);
    }

    /** Those that carried rooms, prices or restrictions. */
    long messages() {
        return sum("Avail") + sum("RateAmount") + sum("/hotels/xml/availability");
    }

    long sum(String part) {
        return counts.entrySet().stream()
                .filter(call -> call.getKey().contains(part))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }
}
