package io.serai.flow;

import java.util.List;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PatternHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that whatever is to be swapped, logged and shown has an id that the file gave it. */
final class RouteIds {

    private static final Logger log = LoggerFactory.getLogger(RouteIds.class);

    private RouteIds() {}

    /** Refuses what has no id of its own or names a route configuration that is not there. */
    static void check(RouteText route, Provided given, Scratch scratch) {
        scratch.model().getRouteConfigurationDefinitions().forEach(one -> requireId(route, one));
        scratch.model().getRouteTemplateDefinitions().forEach(one -> requireId(route, one));
        for (RouteDefinition one : scratch.model().getRouteDefinitions()) {
            if (given.routes().contains(one.getId())) {
                requireId(route, one);
                requireConfiguration(route, one, scratch.configurations());
                warnOfStepsWithoutId(route, one);
            }
        }
    }

    private static void requireId(RouteText route, OptionalIdentifiedDefinition<?> one) {
        if (one.getId() == null || !one.hasCustomIdAssigned()) {
            throw new FlowRefused(
                    one.getLineNumber(),
                    one.getShortName() + " has no id (expected: an id that is found nowhere else)");
        }
    }

    private static void requireConfiguration(
            RouteText text, RouteDefinition route, List<String> configurations) {
        String wanted = route.getRouteConfigurationId();
        if (wanted == null) {
            return;
        }
        for (String pattern : wanted.split(",")) {
            if (configurations.stream().noneMatch(it -> PatternHelper.matchPattern(it, pattern))) {
                throw new FlowRefused(
                        Lines.lineOf(text.text(), pattern),
                        "routeConfigurationId '"
                                + pattern
                                + "' is in no file (expected one of "
                                + configurations
                                + ")");
            }
        }
    }

    private static void warnOfStepsWithoutId(RouteText text, RouteDefinition route) {
        Steps.of(route).stream()
                .filter(step -> !step.hasCustomIdAssigned())
                .forEach(
                        step ->
                                log.warn(
                                        "{}:{} a step ({}) has no id",
                                        FlowFolder.ROUTES.shown(text.file()),
                                        step.getLineNumber(),
                                        step.getShortName()));
    }
}
