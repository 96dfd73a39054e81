package io.serai.flow;

/**
 * Refused for now: what runs has not finished what it has in hand; tried again at the next look.
 */
final class FlowBusy extends FlowRefused {

    FlowBusy(String reason) {
        super(0, reason);
    }
}
