package io.serai.delivery;

import java.util.List;
import org.springframework.stereotype.Component;

/** Looks whether rooms or rates are to be closed since a long round began. */
@Component
class Closures {

    private final Marks marks;
    private final Comparing comparing;
    private final DeliverySettings settings;

    Closures(Marks marks, Comparing comparing, DeliverySettings settings) {
        this.marks = marks;
        this.comparing = comparing;
        this.settings = settings;
    }

    /**
     * Whether something that came meanwhile closes: then the round ends, and what closes goes first
     * in the next. So does one that has no right to more than what is urgent. A round that had not
     * seen all marks when it began goes on. What was looked at once is not looked at again.
     */
    boolean came(Round round) {
        if (!round.isBulk()) {
            return true;
        }
        if (round.marks().size() >= settings.marks()) {
            return false;
        }
        List<Mark> newer =
                marks.readNewer(round.connection().id(), round.lookedTo(), settings.marks());
        round.looked(newer);
        return !newer.isEmpty()
                && !comparing.compare(round.connection(), newer).pressing().isEmpty();
    }
}
