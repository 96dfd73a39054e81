package io.serai.flow;

/**
 * Refused because it would not start, though every check passed. Trying it again stops what runs,
 * so it is not tried again before the file is edited.
 */
final class FlowNotStarted extends FlowRefused {

    FlowNotStarted(int line, String reason, Throwable cause) {
        super(line, reason, cause);
    }
}
