package io.serai.alert;

/** A receiver was sent as many test messages within a minute as may be. */
public final class TooManyTests extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyTests(Receiver receiver, int most) {
        super(
                "tests: %d sent to %s within a minute (expected: fewer than %d; wait a minute)"
                        .formatted(most, receiver.wish().name(), most));
    }
}
