package io.serai.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes wrong at the channels while guests act: each kind so many times at each address, or
 * without end.
 */
final class Faults {

    private static final List<String> KINDS =
            List.of("error", "cut", "lost-answer", "truncated", "html", "throttle", "slow");

    /** Calls between two that a kind strikes; prime, so that the kinds do not meet. */
    private static final List<Integer> EVERY = List.of(17, 19, 23, 29, 31, 37, 41);

    /** Milliseconds; longer than what calls are given. */
    private static final int SLOW = 5_000;

    private Faults() {}

    static void begin(List<Seller> sellers, int times) {
        if (times > 0) {
            sellers.forEach(seller -> seller.desk().put("/sandbox/faults", all(seller, times)));
        }
    }

    /** Until they are ended. */
    static void goOn(List<Seller> sellers) {
        sellers.forEach(seller -> seller.desk().put("/sandbox/faults", all(seller, 0)));
    }

    static void end(List<Seller> sellers) {
        sellers.forEach(seller -> seller.desk().delete("/sandbox/faults"));
    }

    private static List<Map<String, Object>> all(Seller seller, int times) {
        var all = new ArrayList<Map<String, Object>>();
        for (var path : seller.addresses()) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                var fault = new HashMap<String, Object>();
                fault.put("path", path);
                fault.put("kind", KINDS.get(kind));
                fault.put("every", EVERY.get(kind));
                fault.put("retryAfter", 1);
                fault.put("delay", SLOW);
                if (times > 0) {
                    fault.put("times", times);
                }
                all.add(fault);
            }
        }
        return all;
    }
}
