package io.serai.delivery;

/** A message cannot be taken before an earlier one of its booking that is parked. */
public class HeldBehind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what which message, and what it lacks
     * @param earlier the parked message that it waits behind
     */
    public HeldBehind(String what, long earlier) {
        super(what + " (expected: after the parked message " + earlier + ")");
    }
}
