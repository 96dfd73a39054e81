package io.serai.flow;

import io.serai.flow.RouteSwap.Running;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which routes leave: whoever calls before whoever is called, so that what is in hand
 * finds its way to the end.
 */
final class CallersFirst {

    private final List<Running> all;
    private final Set<Running> ordered = new LinkedHashSet<>();
    private final Set<Running> entered = new LinkedHashSet<>();

    private CallersFirst(List<Running> all) {
        this.all = all;
    }

    static List<Running> order(List<Running> all) {
        CallersFirst order = new CallersFirst(all);
        all.forEach(order::visit);
        return new ArrayList<>(order.ordered);
    }

    private void visit(Running called) {
        if (entered.add(called)) {
            all.stream().filter(caller -> calls(caller, called)).forEach(this::visit);
            ordered.add(called);
        }
    }

    private static boolean calls(Running caller, Running called) {
        return caller != called
                && called.provided().all().stream().anyMatch(caller.text()::mentions);
    }
}
