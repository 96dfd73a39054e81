package io.serai.job;

/** This instance runs no jobs: it has not begun, or is about to end. */
public final class JobsAway extends IllegalStateException {

    private static final long serialVersionUID = 1;

    JobsAway(String words) {
        super(words);
    }
}
