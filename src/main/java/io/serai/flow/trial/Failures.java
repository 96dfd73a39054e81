package io.serai.flow.trial;

import org.springframework.core.NestedExceptionUtils;

/** Says in a line why a mapping failed. */
final class Failures {

    /** As mappings quote what they met: it may be a guest's. */
    private static final String QUOTED = "\"[^\"]*\"|'[^']*'|\\{[^}]*}|“[^”]*”";

    private Failures() {}

    /** What failed and why, without what was quoted of the message. */
    static String words(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String words = String.valueOf(cause.getMessage()).replaceAll(QUOTED, "…");
        return cause.getClass().getSimpleName() + ": " + words.lines().findFirst().orElse("");
    }
}
