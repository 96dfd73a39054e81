package io.serai.flow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Knows of every file beside the program what became of it, and says each change once in the log.
 */
public class FlowFiles {

    private static final Logger log = LoggerFactory.getLogger(FlowFiles.class);

    private final Map<String, FlowFile> files = new ConcurrentSkipListMap<>();
    private final Clock clock;
    private volatile boolean loaded;

    FlowFiles(Clock clock) {
        this.clock = clock;
    }

    /** All files, by path. */
    public List<FlowFile> all() {
        return List.copyOf(files.values());
    }

    /** The files whose newest text was refused, by path. */
    public List<FlowFile> refused() {
        return all().stream().filter(file -> file.state() == FlowFile.State.REFUSED).toList();
    }

    /** What became of a file, such as {@code routes/somechannel/ari-push.camel.yaml}. */
    public Optional<FlowFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Whether every file that was there at the start was taken or refused. */
    public boolean firstLoadIsOver() {
        return loaded;
    }

    void firstLoaded() {
        loaded = true;
        log.info("{} files loaded, {} refused", all().size() - refused().size(), refused().size());
    }

    void taken(FlowFolder folder, String file, List<String> ids) {
        String path = folder.shown(file);
        files.put(path, new FlowFile(path, FlowFile.State.RUNNING, ids, clock.instant(), null));
        log.info("{} loaded: {}", path, ids.isEmpty() ? "ok" : String.join(", ", ids));
    }

    /** The text that runs stands again in a file whose newer text was refused. */
    void restored(FlowFolder folder, String file) {
        find(folder.shown(file))
                .filter(known -> known.state() == FlowFile.State.REFUSED)
                .ifPresent(known -> put(known, FlowFile.State.RUNNING, null));
    }

    void refused(FlowFolder folder, String file, FlowRefused why) {
        String path = folder.shown(file);
        String refusal = path + (why.line() > 0 ? ":" + why.line() : "") + " " + why.reason();
        FlowFile known =
                find(path)
                        .orElse(new FlowFile(path, FlowFile.State.REFUSED, List.of(), null, null));
        if (!refusal.equals(known.refusal())) {
            boolean nothing = known.loaded() == null;
            log.atLevel(nothing ? Level.ERROR : Level.WARN)
                    .log(
                            "Refused: {}; {}",
                            refusal,
                            nothing
                                    ? "nothing of this file runs"
                                    : "what ran before goes on running");
            log.debug("Refused: {}", path, why);
        }
        put(known, FlowFile.State.REFUSED, refusal);
    }

    void gone(FlowFolder folder, String file) {
        String path = folder.shown(file);
        if (files.remove(path) != null) {
            log.info("{} is gone, and what ran from it", path);
        }
    }

    private void put(FlowFile known, FlowFile.State state, @Nullable String refusal) {
        files.put(
                known.path(),
                new FlowFile(known.path(), state, known.ids(), known.loaded(), refusal));
    }
}
