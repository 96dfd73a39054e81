package io.serai.flow;

import io.serai.flow.WatchedFolder.Changes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings what runs to what the files say, as far as they can be taken. A refused file is tried
 * again whenever anything else changed, because it may have waited for that.
 */
final class Follower {

    private final Map<String, String> wanted = new TreeMap<>();
    private final Map<String, String> troubles = new HashMap<>();
    private final Map<String, FlowRefused> refusals = new HashMap<>();
    private final Map<String, String> unstartable = new HashMap<>();
    private final Set<String> busy = new TreeSet<>();
    private final WatchedFolder watched;
    private final FlowFolder folder;
    private final Shelf shelf;
    private final FlowFiles files;
    private final KeptTexts kept;

    Follower(
            WatchedFolder watched,
            FlowFolder folder,
            Shelf shelf,
            FlowFiles files,
            KeptTexts kept) {
        this.watched = watched;
        this.folder = folder;
        this.shelf = shelf;
        this.files = files;
        this.kept = kept;
    }

    /** Takes every file as it stands, and of those refused the last text that was good. */
    void start() throws IOException {
        follow(watched.firstLook(), true);
        for (Map.Entry<String, FlowRefused> refused : List.copyOf(refusals.entrySet())) {
            String file = refused.getKey();
            kept.find(folder, file)
                    .filter(
                            good ->
                                    shelf.runs(file) == null
                                            && attempt(file, () -> put(file, good)))
                    .ifPresent(good -> refuse(file, refused.getValue()));
        }
        kept.forget(folder, file -> watched.wants(file) && !wanted.containsKey(file));
    }

    /**
     * Looks, and follows.
     *
     * @param elsewhere whether something changed in another folder
     * @return whether anything changed here
     */
    boolean look(boolean elsewhere) throws IOException {
        Changes changes = watched.look();
        follow(changes, elsewhere || !changes.isEmpty());
        return !changes.isEmpty();
    }

    private void follow(Changes changes, boolean tryRefusedAgain) {
        changes.texts().forEach(this::want);
        changes.unreadable().keySet().forEach(file -> want(file, ""));
        troubles.putAll(changes.unreadable());
        changes.gone().forEach(wanted::remove);
        changes.gone().stream().filter(file -> shelf.runs(file) == null).forEach(this::forget);

        Set<String> open = new TreeSet<>(tryRefusedAgain ? wanted.keySet() : busy);
        open.addAll(tryRefusedAgain ? shelf.files() : busy);
        busy.clear();
        boolean moved = true;
        while (moved) {
            open.removeIf(this::isSettled);
            moved = depart(open) | arrive(open);
        }
        shelf.rest();
    }

    private void want(String file, String text) {
        troubles.remove(file);
        wanted.put(file, text);
    }

    private boolean isSettled(String file) {
        boolean runs =
                !troubles.containsKey(file) && Objects.equals(wanted.get(file), shelf.runs(file));
        if (runs && refusals.remove(file) != null) {
            shelf.standsAgain(file);
            files.restored(folder, file);
        }
        return runs || busy.contains(file) || wouldOnlyStopWhatRuns(file);
    }

    private boolean wouldOnlyStopWhatRuns(String file) {
        return shelf.runs(file) != null
                && unstartable.containsKey(file)
                && unstartable.get(file).equals(wanted.get(file));
    }

    private boolean depart(Set<String> open) {
        boolean any = false;
        List<String> leaving = new ArrayList<>(open);
        leaving.removeAll(wanted.keySet());
        for (String file : shelf.departures(leaving)) {
            any |=
                    attempt(
                            file,
                            () -> {
                                shelf.remove(file);
                                forget(file);
                            });
        }
        return any;
    }

    private boolean arrive(Set<String> open) {
        boolean any = false;
        Map<String, String> coming = new TreeMap<>(wanted);
        coming.keySet().retainAll(open);
        for (String file : shelf.arrivals(coming)) {
            any |= attempt(file, () -> put(file, coming.get(file)));
        }
        return any;
    }

    private void put(String file, @Nullable String text) {
        if (troubles.containsKey(file)) {
            throw new FlowRefused(0, String.valueOf(troubles.get(file)));
        }
        if (text == null || text.isBlank()) {
            throw new FlowRefused(1, "is empty (expected: delete the file to end what it does)");
        }
        files.taken(folder, file, shelf.take(file, text));
        kept.keep(folder, file, text);
    }

    private boolean attempt(String file, Runnable change) {
        try {
            change.run();
            refusals.remove(file);
            return true;
        } catch (FlowBusy e) {
            busy.add(file);
            refuse(file, e);
        } catch (FlowNotStarted e) {
            unstartable.put(file, wanted.getOrDefault(file, ""));
            refuse(file, e);
        } catch (FlowRefused e) {
            refuse(file, e);
        } catch (RuntimeException e) {
            refuse(file, new FlowRefused(0, Reasons.of(e), e));
        }
        return false;
    }

    private void refuse(String file, FlowRefused why) {
        refusals.put(file, why);
        files.refused(folder, file, why);
    }

    private void forget(String file) {
        unstartable.remove(file);
        refusals.remove(file);
        files.gone(folder, file);
        kept.forget(folder, file);
    }
}
