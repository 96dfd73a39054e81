package io.serai.channel.webhook;

/** What a call is proved with cannot be had now: whether it is the channel's is not known. */
final class ProofAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProofAway(String what, Throwable cause) {
        super(what + " (expected: to be had)", cause);
    }
}
