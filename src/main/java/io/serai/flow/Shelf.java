package io.serai.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs of one kind of file. */
interface Shelf {

    /** The files something runs from. */
    Set<String> files();

    /** The text of a file that runs; null when nothing does. */
    @Nullable String runs(String file);

    /** The order in which these texts are best taken. */
    List<String> arrivals(Map<String, String> texts);

    /** The order in which these files are best removed. */
    List<String> departures(Collection<String> files);

    /**
     * Makes a text run in the place of whatever ran from its file.
     *
     * @return the ids of what it gave
     * @throws FlowRefused when it cannot; what ran before then runs as before
     */
    List<String> take(String file, String text);

    /** The text that runs stands again in a file whose newer text was refused. */
    default void standsAgain(String file) {}

    /**
     * Ends what runs from a file.
     *
     * @throws FlowRefused when it cannot; what ran before then runs as before
     */
    void remove(String file);

    /** Nothing more is taken or removed for now. */
    default void rest() {}
}
