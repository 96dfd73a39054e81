package io.serai.api;

import io.serai.console.access.Actor;
import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import java.util.List;

/**
 * Who asks, and what they may see and do.
 *
 * @param actor who acts, as the audit names it: {@code user:…}, {@code key:…}
 * @param hotels the ids of the hotels where they may do what the operation does: rows of no other
 *     are seen or changed
 * @param grants all that they may do, wherever
 */
public record Caller(String actor, List<Long> hotels, Grants grants) {

    /** The same for what pages do, too. */
    Actor acting() {
        return new Actor(actor, grants);
    }

    /** Whether they may do this at a hotel. */
    public boolean may(Right right, long hotel) {
        return grants.may(right, hotel);
    }

    /** Whether they may do this at each hotel that they see. */
    public boolean may(Right right) {
        return grants.may(right);
    }

    /** Whether they may do this for all hotels, those to come among them. */
    public boolean mayEverywhere(Right right) {
        return grants.mayEverywhere(right);
    }

    /**
     * The key of a hotel where they may do what the operation does.
     *
     * @throws Problem 404 when they do not see it, 403 when they may not do this there
     */
    int hotel(String id) {
        int hotel = Targets.key(id);
        if (hotels.contains((long) hotel)) {
            return hotel;
        }
        throw may(Right.READ, hotel)
                ? new Problem(
                        403,
                        "Not yours to do",
                        "hotel: '" + id + "' (expected: one where you may do this)")
                : Problem.unknown("hotel", id);
    }
}
