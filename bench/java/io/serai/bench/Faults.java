package io.serai.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes wrong at the channels while guests act: each kind so many times at each address. */
final class Faults {

    private static final List<String> KINDS = List.of("error", "cut", "lost-answer", "truncated");

    /** Calls between two that a kind strikes; prime, so that the kinds do not meet. */
    private static final List<Integer> EVERY = List.of(17, 19, 23, 29);

    private Faults() {}

    static void begin(List<Seller> sellers, int times) {
        sellers.forEach(seller -> seller.desk().put("/sandbox/faults", all(seller, times)));
    }

    static void end(List<Seller> sellers) {
        sellers.forEach(seller -> seller.desk().delete("/sandbox/faults"));
    }

    private static List<Map<String, Object>> all(Seller seller, int times) {
        var all = new ArrayList<Map<String, Object>>();
        for (var path : seller.addresses()) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                all.add(
                        Map.of(
                                "path",
                                path,
                                "kind",
                                KINDS.get(kind),
                                "times",
                                times,
                                "every",
                                EVERY.get(kind)));
            }
        }
        return all;
    }
}
