package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import org.jspecify.annotations.Nullable;

/** A child rate is not told what it inherits. */
final class ChildRule implements Rule {

    @Override
    public @Nullable Problem broken(Target target) {
        var rate = target.rate();
        if (rate == null || !rate.child()) {
            return null;
        }
        if (rate.inheritsPrice() && target.prices()) {
            return target.problem("CHILD_RATE_INHERITS_PRICE", "it follows rate " + rate.parent());
        }
        return rate.inheritsRestrictions() && target.restricts()
                ? target.problem(
                        "CHILD_RATE_INHERITS_RESTRICTIONS", "it follows rate " + rate.parent())
                : null;
    }
}
