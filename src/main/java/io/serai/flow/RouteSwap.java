package io.serai.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * Changes what runs, one file after the other, and puts everything back when one will not start.
 */
final class RouteSwap {

    private final CamelContext running;
    private final Drain drain;
    private final HttpPaths http;

    RouteSwap(CamelContext running, Drain drain, HttpPaths http) {
        this.running = running;
        this.drain = drain;
        this.http = http;
    }

    /** A file whose text runs, and what it gave. */
    record Running(RouteText text, Provided provided) {}

    /** What of a file runs, and the text that is to run in its place; null for nothing. */
    record Change(@Nullable Running from, @Nullable RouteText to) {}

    /**
     * Makes all changes or none.
     *
     * @return what runs now, in the order of the changes that had a new text
     * @throws FlowRefused when a text would not start, or a route had too much in hand to stop
     */
    List<Running> swap(List<Change> changes) {
        List<Running> now = new ArrayList<>();
        for (Change change : changes) {
            try {
                swap(change).ifPresent(now::add);
            } catch (RuntimeException e) {
                for (int done = now.size() - 1; done >= 0; done--) {
                    putBack(now.get(done), changes.get(done).from);
                }
                throw e;
            }
        }
        return now;
    }

    /** The ids of all routes, whoever brought them. */
    Set<String> routeIds() {
        return new HashSet<>(Provided.of(running).routes());
    }

    private Optional<Running> swap(Change change) {
        List<String> old = change.from == null ? List.of() : change.from.provided.routes();
        try (HttpPaths.Held held = http.hold(old)) {
            if (change.from != null) {
                drain.stop(old, change.to == null);
                remove(change.from.provided);
            }
            return Optional.ofNullable(change.to).map(text -> loadInPlaceOf(change.from, text));
        }
    }

    private Running loadInPlaceOf(@Nullable Running old, RouteText text) {
        try {
            return load(text);
        } catch (FlowRefused e) {
            if (old != null) {
                load(old.text);
            }
            throw e;
        }
    }

    private void putBack(Running now, @Nullable Running before) {
        drain.stop(now.provided.routes(), before == null);
        remove(now.provided);
        if (before != null) {
            load(before.text);
        }
    }

    private Running load(RouteText text) {
        Provided before = Provided.of(running);
        try {
            PluginHelper.getRoutesLoader(running).loadRoutes(text.resource());
        } catch (Exception e) {
            Provided partly = Provided.of(running).since(before, RouteRoots.beans(text));
            drain.stop(partly.routes(), false);
            remove(partly);
            throw new FlowNotStarted(
                    new Lines(text.text(), List.of()).of(e),
                    "would not start: " + Reasons.of(e),
                    e);
        }
        return new Running(text, Provided.of(running).since(before, RouteRoots.beans(text)));
    }

    private void remove(Provided provided) {
        Model model = running.getCamelContextExtension().getContextPlugin(Model.class);
        try {
            for (String id : provided.routes()) {
                http.forget(id);
                running.removeRoute(id);
                if (model.getRouteDefinition(id) != null) {
                    model.removeRouteDefinition(model.getRouteDefinition(id));
                }
            }
            for (RouteConfigurationDefinition one :
                    List.copyOf(model.getRouteConfigurationDefinitions())) {
                if (provided.configurations().contains(one.getId())) {
                    model.removeRouteConfiguration(one);
                }
            }
            for (RouteTemplateDefinition one : List.copyOf(model.getRouteTemplateDefinitions())) {
                if (provided.templates().contains(one.getId())) {
                    model.removeRouteTemplateDefinition(one);
                }
            }
            provided.beans().forEach(running.getRegistry()::unbind);
        } catch (Exception e) {
            throw new FlowRefused(0, "could not be removed: " + Reasons.of(e), e);
        }
    }
}
