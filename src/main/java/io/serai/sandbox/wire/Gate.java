package io.serai.sandbox.wire;

import java.util.Optional;

/** Knows who calls, where the header Authorization says so. */
@FunctionalInterface
public interface Gate {

    /** The account that this header's value belongs to; nothing when it is wrong or expired. */
    Optional<Caller> callerOf(String authorization);
}
