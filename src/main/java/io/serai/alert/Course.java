package io.serai.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an alert is, and what the next look makes of it. It is told when it is raised, and again
 * after a while as long as nobody knows of it; that it is over is told once it stayed so. What
 * comes again before that is the same alert, of which nothing new is told.
 *
 * @param toldAt when it was told last
 * @param endedAt when it was first seen to be over; null: it lasts
 * @param isKnown whether a person said that they know of it
 * @param returns how often it came again
 */
record Course(Instant toldAt, @Nullable Instant endedAt, boolean isKnown, int returns) {

    /** What is told of an alert. */
    enum Told {
        RAISED,
        LASTS,
        OVER
    }

    /**
     * What a look made of it.
     *
     * @param course how far it is now
     * @param told what is told of it; null: nothing
     * @param isFinished whether it is done with: what comes from now on is another one
     */
    record Step(Course course, @Nullable Told told, boolean isFinished) {}

    /** One that was just raised, and is told. */
    static Course begun(Instant now) {
        return new Course(now, null, false, 0);
    }

    /**
     * Looks at it once.
     *
     * @param holds whether its condition is there
     * @param calm how long it must be over before that is told
     * @param again after how long it is told again
     */
    Step look(boolean holds, Instant now, Duration calm, Duration again) {
        if (endedAt == null) {
            return holds ? lasts(now, again) : new Step(ended(now), null, false);
        }
        if (now.isBefore(endedAt.plus(calm))) {
            return new Step(holds ? returned() : this, null, false);
        }
        return new Step(this, holds ? null : Told.OVER, true);
    }

    private Step lasts(Instant now, Duration again) {
        boolean due = !isKnown && !now.isBefore(toldAt.plus(again));
        return due
                ? new Step(new Course(now, null, false, returns), Told.LASTS, false)
                : new Step(this, null, false);
    }

    private Course ended(Instant now) {
        return new Course(toldAt, now, isKnown, returns);
    }

    private Course returned() {
        return new Course(toldAt, null, isKnown, returns + 1);
    }
}
