package io.serai.sandbox.ari;

import io.serai.sandbox.property.Pricing;
import io.serai.sandbox.wire.Problem;
import org.jspecify.annotations.Nullable;

/** The form of a price fits how the rate is priced; a rate priced by stay has no restrictions. */
final class PricingRule implements Rule {

    @Override
    public @Nullable Problem broken(Target target) {
        var rate = target.rate();
        if (rate == null) {
            return null;
        }
        var ask = target.update().ask();
        if (ask instanceof Ask.OfStays && rate.pricing() != Pricing.LOS) {
            return target.problem(
                    "LOS_PRICING_PASSED_FOR_%s_RATE".formatted(rate.pricing()),
                    "expected: a rate priced by length of stay");
        }
        if (ask instanceof Ask.OfOffset && rate.pricing() != Pricing.DERIVED) {
            return target.problem(
                    "DERIVED_PRICING_PASSED_FOR_%s_RATE".formatted(rate.pricing()),
                    "expected: a rate with derived prices");
        }
        if (rate.pricing() != Pricing.LOS) {
            return null;
        }
        if (target.restricts()) {
            return target.problem(
                    "RESTRICTIONS_NOT_SUPPORTED_FOR_LOS_RATE", "it is priced by length of stay");
        }
        return target.nightlyPrices().isEmpty()
                ? null
                : target.problem(
                        "NIGHTLY_PRICE_PASSED_FOR_LOS_RATE", "it is priced by length of stay");
    }
}
