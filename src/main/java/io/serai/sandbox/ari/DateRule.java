package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From before to, and at most one day back in Central European time. */
final class DateRule implements Rule {

    static final ZoneId CENTRAL_EUROPE = ZoneId.of("Europe/Amsterdam");

    private final Clock clock;

    DateRule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable Problem broken(Target target) {
        var update = target.update();
        if (update.to().isBefore(update.from())) {
            return target.problem(
                    "FROM_DATE_SHOULD_BE_LESS_THAN_TO_DATE", "the range ends before it begins");
        }
        var earliest = LocalDate.ofInstant(clock.instant(), CENTRAL_EUROPE).minusDays(1);
        if (update.from().isBefore(earliest) && !update.from().equals(Update.EVER_SINCE)) {
            return target.problem("NOT_A_VALID_DATE", "expected: " + earliest + " or later");
        }
        return null;
    }
}
