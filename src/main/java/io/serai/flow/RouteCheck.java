package io.serai.flow;

import java.util.List;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** Tries a route file before anything that runs is touched. */
final class RouteCheck {

    private final CamelContext running;
    private final RouteSchema schema;

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
        requireLanguage(candidate);
        try (Scratch scratch = new Scratch(running)) {
            base.forEach(shared -> load(scratch, shared, null));
            Provided given = load(scratch, candidate, candidate);
            RouteIds.check(candidate, given, scratch);
            for (RouteText dependent : dependents) {
                RouteIds.check(dependent, load(scratch, dependent, null), scratch);
            }
            return given;
        }
    }

    private void requireLanguage(RouteText candidate) {
        if (candidate.isYaml()) {
            schema.check(candidate.text());
        }
        RouteRoots.refuseUnswappable(candidate);
    }

    private static Provided load(Scratch scratch, RouteText route, @Nullable RouteText candidate) {
        try {
            return scratch.load(route);
        } catch (Exception e) {
            if (route == candidate) {
                throw new FlowRefused(
                        new Lines(route.text(), scratch.model().getRouteDefinitions()).of(e),
                        Reasons.of(e),
                        e);
            }
            throw new FlowRefused(
                    0,
                    FlowFolder.ROUTES.shown(route.file())
                            + " would no longer load: "
                            + Reasons.of(e),
                    e);
        }
    }
}
