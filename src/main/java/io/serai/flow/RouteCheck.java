package io.serai.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Tries route files before anything that runs is touched. New files are tried in one scratch Camel
 * as long as all goes well, since making one takes a tenth of a second.
 */
final class RouteCheck {

    private final CamelContext running;
    private final RouteSchema schema;
    private final List<RouteText> loaded = new ArrayList<>();
    private @Nullable Scratch open;

    RouteCheck(CamelContext running, RouteSchema schema) {
        this.running = running;
        this.schema = schema;
    }

    /**
     * What the candidate would give.
     *
     * @param base the shared files it may build on, in order
     * @param dependents the files that build on it, and have to go on loading
     */
    Provided check(RouteText candidate, List<RouteText> base, List<RouteText> dependents) {
        if (candidate.isYaml()) {
            schema.check(candidate.text());
        }
        RouteRoots.refuseUnswappable(candidate);
        boolean good = false;
        try {
            Scratch scratch = scratch(candidate, base);
            Provided given = load(scratch, candidate, candidate);
            RouteIds.check(candidate, given, scratch);
            for (RouteText dependent : dependents) {
                RouteIds.check(dependent, load(scratch, dependent, candidate), scratch);
            }
            good = true;
            return given;
        } finally {
            if (!good) {
                close();
            }
        }
    }

    /** Lets go of the scratch Camel, if there is one. */
    void close() {
        if (open != null) {
            open.close();
            open = null;
        }
        loaded.clear();
    }

    private Scratch scratch(RouteText candidate, List<RouteText> base) {
        boolean usable =
                loaded.containsAll(base)
                        && loaded.stream().noneMatch(one -> one.file().equals(candidate.file()));
        if (open != null && usable) {
            return open;
        }
        close();
        Scratch scratch = new Scratch(running);
        open = scratch;
        base.forEach(shared -> load(scratch, shared, candidate));
        return scratch;
    }

    private Provided load(Scratch scratch, RouteText route, RouteText candidate) {
        try {
            Provided given = scratch.load(route);
            loaded.add(route);
            return given;
        } catch (Exception e) {
            if (route == candidate) {
                int line = new Lines(route.text(), scratch.model().getRouteDefinitions()).of(e);
                throw new FlowRefused(line, Reasons.of(e), e);
            }
            String other = FlowFolder.ROUTES.shown(route.file());
            throw new FlowRefused(0, other + " would no longer load: " + Reasons.of(e), e);
        }
    }
}
