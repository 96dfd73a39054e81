package io.serai.sandbox.ari;

import io.serai.sandbox.property.Pricing;
import io.serai.sandbox.property.Rate;
import io.serai.sandbox.wire.Problem;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A price is for as many persons as the rate takes, and as its pricing knows apart. */
final class OccupancyRule implements Rule {

    @Override
    public @Nullable Problem broken(Target target) {
        var rate = target.rate();
        if (rate == null) {
            return null;
        }
        return persons(target)
                .filter(persons -> !fits(rate, persons))
                .findFirst()
                .map(
                        persons ->
                                target.problem(
                                        "OCCUPANCY_INVALID",
                                        persons + " persons, the rate takes " + rate.maxPersons()))
                .orElse(null);
    }

    private static Stream<Integer> persons(Target target) {
        var ask = target.update().ask();
        if (ask instanceof Ask.OfStays stays) {
            return Stream.of(stays.persons());
        }
        if (ask instanceof Ask.OfOffset offset) {
            return Stream.of(offset.persons());
        }
        return target.nightlyPrices().stream()
                .map(Price::persons)
                .filter(java.util.Objects::nonNull);
    }

    private static boolean fits(Rate rate, int persons) {
        var single = persons == 1 || persons == rate.maxPersons();
        return persons >= 1
                && persons <= rate.maxPersons()
                && (rate.pricing() != Pricing.STANDARD || single);
    }
}
