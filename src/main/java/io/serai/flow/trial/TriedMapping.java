package io.serai.flow.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a text of a mapping over the messages that are kept of it.
 *
 * @param mapping its file below the folder of mappings
 * @param kept how many messages are kept
 * @param tried how many of them were tried, the newest first
 * @param others those it gives something else for, or fails on
 * @param refused why it cannot run at all; null: it can
 */
public record TriedMapping(
        String mapping, int kept, int tried, List<TriedMessage> others, @Nullable String refused) {

    /** On how many it fails. */
    public long failing() {
        return others.stream().filter(message -> message.failed() != null).count();
    }

    /** Whether its time ended before all messages were tried. */
    public boolean isCut() {
        return refused == null && tried < kept;
    }
}
