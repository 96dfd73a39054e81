package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import org.jspecify.annotations.Nullable;

/** The rate is one of the room's, is there where it is needed, and may be written. */
final class RateRule implements Rule {

    @Override
    public @Nullable Problem broken(Target target) {
        var rate = target.rate();
        if (target.update().rate() == null) {
            return target.prices() || target.restricts()
                    ? target.problem("RATE_ID_MISSING", "prices and restrictions need a rate")
                    : null;
        }
        if (rate == null) {
            return target.problem("RATE_ID_INVALID", "the room has no such active rate");
        }
        return rate.readonly() ? target.problem("RATE_IS_READONLY", "the rate is readonly") : null;
    }
}
