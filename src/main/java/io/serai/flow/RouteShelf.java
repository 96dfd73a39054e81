package io.serai.flow;

import io.serai.flow.RouteSwap.Change;
import io.serai.flow.RouteSwap.Running;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The route files that run. Those that others build on (route configurations, templates, beans)
 * come first, and what builds on them is loaded anew when they change. Those that begin by
 * themselves come last: an instance that comes up claims nothing that it cannot do yet.
 */
final class RouteShelf implements Shelf {

    private final Map<String, Running> running = new LinkedHashMap<>();
    private final RouteCheck check;
    private final RouteSwap swap;
    private final ApplicationEventPublisher events;
    private final String location;

    /**
     * @param location what Camel is to put before the path of a file
     */
    RouteShelf(
            RouteCheck check, RouteSwap swap, ApplicationEventPublisher events, String location) {
        this.check = check;
        this.swap = swap;
        this.events = events;
        this.location = location;
    }

    @Override
    public Set<String> files() {
        return Set.copyOf(running.keySet());
    }

    @Override
    public @Nullable String runs(String file) {
        Running one = running.get(file);
        return one == null ? null : one.text().text();
    }

    /** The files whose running text speaks of something by that name. */
    List<String> mentioning(String name) {
        return running.values().stream()
                .map(Running::text)
                .filter(text -> text.mentions(name))
                .map(RouteText::file)
                .toList();
    }

    @Override
    public List<String> arrivals(Map<String, String> texts) {
        List<RouteText> coming = new ArrayList<>();
        texts.forEach((file, text) -> coming.add(text(file, text)));
        List<RouteText> shared = coming.stream().filter(RouteRoots::areShared).toList();
        coming.removeAll(shared);
        List<RouteText> last = coming.stream().filter(RouteRoots::beginByThemselves).toList();
        coming.removeAll(last);
        return Stream.of(shared, coming, last).flatMap(List::stream).map(RouteText::file).toList();
    }

    @Override
    public List<String> departures(Collection<String> files) {
        List<Running> leaving = files.stream().map(running::get).filter(Objects::nonNull).toList();
        return CallersFirst.order(leaving).stream().map(one -> one.text().file()).toList();
    }

    @Override
    public void remove(String file) {
        Running leaving = running.get(file);
        List<RouteText> dependents = dependentsOf(leaving);
        if (!dependents.isEmpty()) {
            throw new FlowRefused(
                    0, "is gone, but " + shown(dependents.get(0).file()) + " builds on it");
        }
        swap.swap(List.of(new Change(leaving, null)));
        running.remove(file);
        events.publishEvent(new FlowChanged(FlowFolder.ROUTES, file, null));
    }

    @Override
    public List<String> take(String file, String newText) {
        RouteText text = text(file, newText);
        Running old = running.get(file);
        List<RouteText> dependents = old == null ? List.of() : dependentsOf(old);
        Provided given = check.check(text, base(text, dependents), dependents);
        refuseWhatIsAnothers(text, given);

        List<Change> changes = new ArrayList<>();
        changes.add(new Change(old, text));
        dependents.forEach(one -> changes.add(new Change(running.get(one.file()), one)));
        List<Running> now = swap.swap(changes);
        now.forEach(one -> running.put(one.text().file(), one));

        events.publishEvent(new FlowChanged(FlowFolder.ROUTES, file, newText));
        return now.get(0).provided().all();
    }

    @Override
    public void rest() {
        check.close();
    }

    private RouteText text(String file, String text) {
        return new RouteText(file, location + "/" + file, text);
    }

    private List<RouteText> base(RouteText candidate, List<RouteText> dependents) {
        return running.values().stream()
                .filter(one -> !one.provided().shared().isEmpty())
                .map(Running::text)
                .filter(one -> !one.file().equals(candidate.file()) && !dependents.contains(one))
                .toList();
    }

    private List<RouteText> dependentsOf(Running shared) {
        return running.values().stream()
                .filter(one -> one != shared)
                .map(Running::text)
                .filter(one -> shared.provided().shared().stream().anyMatch(one::mentions))
                .toList();
    }

    private void refuseWhatIsAnothers(RouteText text, Provided given) {
        running.forEach(
                (file, other) -> {
                    if (!file.equals(text.file())) {
                        other.provided().clash(given).forEach(id -> refuse(text, id, shown(file)));
                    }
                });
        Set<String> ours = swap.routeIds();
        running.values().forEach(one -> ours.removeAll(one.provided().routes()));
        given.routes().stream()
                .filter(ours::contains)
                .forEach(id -> refuse(text, id, "Serai's own code"));
    }

    private static void refuse(RouteText text, String id, String owner) {
        throw new FlowRefused(Lines.lineOf(text.text(), id), "id '" + id + "' belongs to " + owner);
    }

    private static String shown(String file) {
        return FlowFolder.ROUTES.shown(file);
    }
}
