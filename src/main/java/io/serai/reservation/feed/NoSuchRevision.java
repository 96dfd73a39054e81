package io.serai.reservation.feed;

/** A revision is acknowledged that is none of the hotel's. */
public final class NoSuchRevision extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long revision;
    private final long latest;

    NoSuchRevision(long revision, long latest) {
        super(
                "revision: %d (expected: one of the hotel's, the latest is %d)"
                        .formatted(revision, latest));
        this.revision = revision;
        this.latest = latest;
    }

    /** What was acknowledged. */
    public long revision() {
        return revision;
    }

    /** The hotel's latest; 0: it has none. */
    public long latest() {
        return latest;
    }
}
