package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import java.util.ArrayList;
import java.util.List;

/** What a message says: updates, and items that are no update. */
record Reading(List<Update> updates, List<Problem> problems) {

    Reading() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    int items() {
        return updates.size() + problems.size();
    }
}
