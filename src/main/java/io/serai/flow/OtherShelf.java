package io.serai.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The files beside the routes that other packages read: they are told of, and may refuse. */
final class OtherShelf implements Shelf {

    private static final String DESCRIPTION = "/channel.yaml";

    private final Map<String, String> texts = new TreeMap<>();
    private final FlowFolder folder;
    private final RouteShelf routes;
    private final ApplicationEventPublisher events;

    OtherShelf(FlowFolder folder, RouteShelf routes, ApplicationEventPublisher events) {
        this.folder = folder;
        this.routes = routes;
        this.events = events;
    }

    @Override
    public Set<String> files() {
        return Set.copyOf(texts.keySet());
    }

    @Override
    public @Nullable String runs(String file) {
        return texts.get(file);
    }

    @Override
    public List<String> arrivals(Map<String, String> coming) {
        return List.copyOf(coming.keySet());
    }

    @Override
    public List<String> departures(Collection<String> files) {
        return List.copyOf(files);
    }

    @Override
    public List<String> take(String file, String text) {
        events.publishEvent(new FlowChanged(folder, file, text));
        texts.put(file, text);
        return List.of();
    }

    /** Whoever refused the newer text hears that it is gone. */
    @Override
    public void standsAgain(String file) {
        String text = texts.get(file);
        if (text != null) {
            events.publishEvent(new FlowChanged(folder, file, text));
        }
    }

    @Override
    public void remove(String file) {
        if (file.endsWith(DESCRIPTION)) {
            refuseWhileRoutesRun(file.substring(0, file.length() - DESCRIPTION.length() + 1));
        }
        events.publishEvent(new FlowChanged(folder, file, null));
        texts.remove(file);
    }

    /** What a route has in hand still needs the description of its channel. */
    private void refuseWhileRoutesRun(String channel) {
        routes.files().stream()
                .filter(route -> route.startsWith(channel))
                .sorted()
                .findFirst()
                .ifPresent(
                        route -> {
                            throw new FlowRefused(
                                    0, "is gone, but " + folder.shown(route) + " builds on it");
                        });
    }
}
