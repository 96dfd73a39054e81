package io.serai.job;

import io.serai.flow.FlowChanged;
import io.serai.flow.FlowFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The jobs whose routes run in this instance. A route that is swapped leaves and arrives again;
 * only what has not arrived when its file's change is over is no job any more.
 */
@Component
class JobRoutes {

    private final Map<String, Here> here = new ConcurrentSkipListMap<>();
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private final List<Listener> listeners = new ArrayList<>();

    private record Here(JobPlan plan, JobConsumer route) {}

    /** Who plans by what arrives and leaves. */
    interface Listener {

        void planned(JobPlan plan);

        void gone(String name);
    }

    /** To be called before any route is loaded. */
    void listen(Listener listener) {
        listeners.add(listener);
    }

    /**
     * A route has started.
     *
     * @throws IllegalStateException when another route runs from the same job
     */
    void arrived(JobPlan plan, JobConsumer route) {
        Here before = here.putIfAbsent(plan.name(), new Here(plan, route));
        if (before != null && before.route != route) {
            throw new IllegalStateException(
                    "job '"
                            + plan.name()
                            + "' runs route '"
                            + before.route.getRouteId()
                            + "' already (expected: one route for a job)");
        }
        boolean was = left.remove(plan.name());
        try {
            listeners.forEach(listener -> listener.planned(plan));
        } catch (RuntimeException e) {
            here.remove(plan.name());
            if (was) {
                left.add(plan.name());
            }
            throw e;
        }
    }

    /** A route was removed. */
    void left(String name, JobConsumer route) {
        Here known = here.get(name);
        if (known != null && known.route == route && here.remove(name, known)) {
            left.add(name);
        }
    }

    /** What has left with a change that is over, and not come again, is gone. */
    @EventListener
    void changed(FlowChanged change) {
        if (change.folder() == FlowFolder.ROUTES) {
            for (String name : List.copyOf(left)) {
                left.remove(name);
                listeners.forEach(listener -> listener.gone(name));
            }
        }
    }

    /** All jobs, by name. */
    List<JobPlan> plans() {
        return here.values().stream().map(Here::plan).toList();
    }

    /** The names of those that can be run here now. */
    List<String> taking() {
        return here.entrySet().stream()
                .filter(entry -> entry.getValue().route().isStarted())
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<JobPlan> plan(String name) {
        return Optional.ofNullable(here.get(name)).map(Here::plan);
    }

    /** The route of a job; empty while it does not take anything here. */
    Optional<JobConsumer> route(String name) {
        return Optional.ofNullable(here.get(name)).map(Here::route).filter(JobConsumer::isStarted);
    }
}
