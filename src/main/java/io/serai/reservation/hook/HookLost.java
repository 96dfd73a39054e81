package io.serai.reservation.hook;

/** A delivery is no longer ours to send: its lease ended, or nobody wants it any more. */
final class HookLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    HookLost(long delivery) {
        super("delivery %d: not ours (expected: under our lease)".formatted(delivery));
    }
}
