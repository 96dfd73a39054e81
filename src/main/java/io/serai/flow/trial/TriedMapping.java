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
 * @param cut why no more were tried; null: all were
 */
public record TriedMapping(
        String mapping,
        int kept,
        int tried,
        List<TriedMessage> others,
        @Nullable String refused,
        @Nullable Cut cut) {

    /** Why a trial ended before all messages were tried. */
    public enum Cut {
        /** Its deadline came: the text may never end. */
        TIME,
        /** It took all the memory that it may have. */
        MEMORY,
        /** The process that tried it ended by itself. */
        LOST,
        /** The text tried before it had ended the trial. */
        BEFORE
    }

    /** On how many it fails. */
    public long failing() {
        return others.stream().filter(message -> message.failed() != null).count();
    }

    /** Whether nothing is left to be tried. */
    boolean isThrough() {
        return refused != null || tried == kept;
    }

    TriedMapping cut(Cut why) {
        return new TriedMapping(mapping, kept, tried, others, refused, why);
    }
}
