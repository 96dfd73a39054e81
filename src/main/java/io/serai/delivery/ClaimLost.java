package io.serai.delivery;

/** Another instance has taken over: whatever this one was about to record is not its business. */
final class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClaimLost(Claim claim) {
        super(
                "claim on connection "
                        + claim.connection()
                        + ": fence "
                        + claim.fence()
                        + " is over");
    }
}
