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

    private final Map<String, String> texts = new TreeMap<>();
    private final FlowFolder folder;
    private final ApplicationEventPublisher events;

    OtherShelf(FlowFolder folder, ApplicationEventPublisher events) {
        this.folder = folder;
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

    @Override
    public void remove(String file) {
        events.publishEvent(new FlowChanged(folder, file, null));
        texts.remove(file);
    }
}
