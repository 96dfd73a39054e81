package io.serai.channel.door;

import io.serai.channel.NotSent;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a call where something of ours fails before or after it. */
final class AroundTheCall {

    private static final Logger LOG = LoggerFactory.getLogger(AroundTheCall.class);

    private AroundTheCall() {}

    /** What goes wrong before a call is begun leaves nothing sent. */
    static <T extends @Nullable Object> T before(Visit visit, Supplier<T> step) throws NotSent {
        try {
            return step.get();
        } catch (RuntimeException failed) {
            throw new NotSent(visit.call() + ": " + failed.getMessage(), failed);
        }
    }

    /** What goes wrong once there is an answer does not take its place. */
    static void after(Visit visit, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            LOG.warn("{}: answered, but not noted: {}", visit.call(), failed.getMessage());
        }
    }
}
