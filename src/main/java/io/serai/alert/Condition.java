package io.serai.alert;

import java.time.Instant;
import java.util.List;

/** Something that an alert is raised for, and that is over when it is not found any more. */
public interface Condition {

    /** The kind of its alerts. No other condition has it. */
    AlertKind kind();

    /** What is so at this moment, each subject once. */
    List<Found> look(Instant now);

    /** Whether only the machine that looks can see it; then each looks for itself. */
    default boolean isOwn() {
        return false;
    }

    /** How many minutes lie between two looks, since it takes long to find. */
    default int everyMinutes() {
        return 1;
    }
}
