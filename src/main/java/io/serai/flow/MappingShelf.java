package io.serai.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.ResourceEndpoint;
import org.apache.camel.component.xslt.XsltEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The mappings that run. A new text counts from the next message on: the endpoints that cache
 * compiled mappings forget theirs and ask for the good text anew.
 */
final class MappingShelf implements Shelf {

    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Mappings mappings;
    private final MappingCheck check;
    private final RouteShelf routes;
    private final CamelContext running;
    private final ApplicationEventPublisher events;

    MappingShelf(
            Mappings mappings,
            RouteShelf routes,
            CamelContext running,
            ApplicationEventPublisher events) {
        this.mappings = mappings;
        this.check = new MappingCheck(running);
        this.routes = routes;
        this.running = running;
        this.events = events;
    }

    @Override
    public Set<String> files() {
        return Set.copyOf(mappings.texts().keySet());
    }

    @Override
    public @Nullable String runs(String file) {
        return mappings.texts().get(file);
    }

    @Override
    public List<String> arrivals(Map<String, String> texts) {
        return List.copyOf(texts.keySet());
    }

    @Override
    public List<String> departures(Collection<String> files) {
        return new ArrayList<>(new TreeSet<>(files));
    }

    @Override
    public List<String> take(String file, String text) {
        Map<String, String> next = new TreeMap<>(mappings.texts());
        next.put(file, text);
        Set<String> of = check.check(file, next);
        usersOf(file).forEach(user -> checkUser(user, next));

        mappings.texts().put(file, text);
        parts.put(file, of);
        forgetCompiled();
        events.publishEvent(new FlowChanged(FlowFolder.MAPPINGS, file, text));
        return List.of();
    }

    @Override
    public void remove(String file) {
        List<String> users = new ArrayList<>();
        usersOf(file).forEach(user -> users.add(FlowFolder.MAPPINGS.shown(user)));
        routes.mentioning("mappings/" + file)
                .forEach(route -> users.add(FlowFolder.ROUTES.shown(route)));
        if (!users.isEmpty()) {
            throw new FlowRefused(0, "is gone, but used by " + String.join(", ", users));
        }
        mappings.texts().remove(file);
        parts.remove(file);
        events.publishEvent(new FlowChanged(FlowFolder.MAPPINGS, file, null));
    }

    private void checkUser(String user, Map<String, String> next) {
        try {
            check.check(user, next);
        } catch (FlowRefused e) {
            throw new FlowRefused(
                    0,
                    FlowFolder.MAPPINGS.shown(user)
                            + ", which includes it, would break at line "
                            + e.line()
                            + ": "
                            + e.reason(),
                    e);
        }
    }

    private List<String> usersOf(String file) {
        return parts.entrySet().stream()
                .filter(mapping -> mapping.getValue().contains(file))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private void forgetCompiled() {
        for (Endpoint endpoint : running.getEndpoints()) {
            if (endpoint instanceof XsltEndpoint xslt) {
                xslt.clearCachedStylesheet();
            } else if (endpoint instanceof ResourceEndpoint resource) {
                resource.clearContentCache();
            }
        }
    }
}
