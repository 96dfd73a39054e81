package io.serai.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param path as engineers name it: {@code routes/somechannel/ari-push.camel.yaml}
 * @param state whether its newest text runs
 * @param ids of the routes, route configurations, templates and beans that run from this file, of
 *     its last good text when the newest was refused
 * @param loaded when what runs was loaded; null when nothing of the file runs
 * @param refusal {@code path:line reason} of the newest text; null unless it was refused
 */
public record FlowFile(
        String path,
        State state,
        List<String> ids,
        @Nullable Instant loaded,
        @Nullable String refusal) {

    /** Whether the newest text of a file runs. */
    public enum State {
        /** The newest text runs. */
        RUNNING,
        /** The newest text was refused; what ran before, if anything, goes on running. */
        REFUSED
    }

    public FlowFile {
        ids = List.copyOf(ids);
    }
}
