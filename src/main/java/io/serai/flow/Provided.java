package io.serai.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.OptionalIdentifiedDefinition;

/**
 * What a file gives to a running Camel, by id.
 *
 * @param routes in the order they stand in the file
 */
record Provided(
        List<String> routes,
        List<String> configurations,
        List<String> templates,
        List<String> beans) {

    /** All that stands in a Camel now, beans excepted. */
    static Provided of(CamelContext camel) {
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        return new Provided(
                ids(model.getRouteDefinitions().stream()),
                ids(model.getRouteConfigurationDefinitions().stream()),
                ids(model.getRouteTemplateDefinitions().stream()),
                List.of());
    }

    private static List<String> ids(Stream<? extends OptionalIdentifiedDefinition<?>> all) {
        return all.map(one -> String.valueOf(one.getId())).toList();
    }

    /** What came in addition to what stood before. */
    Provided since(Provided before, List<String> newBeans) {
        return new Provided(
                less(routes, before.routes),
                less(configurations, before.configurations),
                less(templates, before.templates),
                newBeans);
    }

    private static List<String> less(List<String> all, List<String> before) {
        List<String> left = new ArrayList<>(all);
        before.forEach(left::remove);
        return left;
    }

    /** What other files may build on. */
    List<String> shared() {
        return Stream.of(configurations, templates, beans).flatMap(List::stream).toList();
    }

    List<String> all() {
        return Stream.concat(routes.stream(), shared().stream()).toList();
    }

    /** An id that stands in both, as a route here and there or as something shared. */
    Set<String> clash(Provided other) {
        Set<String> both = new LinkedHashSet<>(routes);
        both.retainAll(other.routes);
        Set<String> sharedToo = new LinkedHashSet<>(shared());
        sharedToo.retainAll(other.shared());
        both.addAll(sharedToo);
        return both;
    }
}
