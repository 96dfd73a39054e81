package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import org.jspecify.annotations.Nullable;

/** One of the channel's rules for an update. */
@FunctionalInterface
interface Rule {

    /** Why the update breaks the rule; null when it keeps it. */
    @Nullable Problem broken(Target target);
}
