package io.serai.reservation;

/** Another instance asks this queue now: what is left of the old answer is not to be taken. */
public class PollLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PollLost(PollClaim claim) {
        super(
                "queue '%s' of account %d: fence %d of %s is over"
                        .formatted(claim.queue(), claim.accountId(), claim.fence(), claim.owner()));
    }
}
