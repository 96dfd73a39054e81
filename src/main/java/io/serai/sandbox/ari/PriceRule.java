package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A price is in the hotel's currency, above nothing, and no dearer than the channel takes. */
final class PriceRule implements Rule {

    private final Map<String, BigDecimal> limits;

    PriceRule(Map<String, BigDecimal> limits) {
        this.limits = Map.copyOf(limits);
    }

    @Override
    public @Nullable Problem broken(Target target) {
        var ours = target.hotel().currency().getCurrencyCode();
        return currencies(target)
                .filter(told -> !told.equals(ours))
                .findFirst()
                .map(
                        told ->
                                target.problem(
                                        "CURRENCY_CODE_DONT_MATCH_HOTEL_CURRENCY",
                                        told + " (expected: " + ours + ")"))
                .orElseGet(() -> amount(target, ours));
    }

    private @Nullable Problem amount(Target target, String currency) {
        var decimals = target.hotel().decimals();
        for (var amount : amounts(target).toList()) {
            if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > decimals) {
                return target.problem("PRICE_INVALID", amount.toPlainString() + " " + currency);
            }
            var limit = limits.get(currency);
            if (limit != null
                    && amount.divide(perNight(target), decimals, java.math.RoundingMode.DOWN)
                                    .compareTo(limit)
                            > 0) {
                return target.problem(
                        "PRICE_TOO_HIGH", amount.toPlainString() + " (at most " + limit + ")");
            }
        }
        return null;
    }

    private static BigDecimal perNight(Target target) {
        return target.update().ask() instanceof Ask.OfStays stays
                ? BigDecimal.valueOf(stays.totals().size())
                : BigDecimal.ONE;
    }

    private static Stream<String> currencies(Target target) {
        return target.update().ask() instanceof Ask.OfStays stays
                ? Stream.of(stays.currency())
                : target.nightlyPrices().stream().map(Price::currency).filter(Objects::nonNull);
    }

    private static Stream<BigDecimal> amounts(Target target) {
        return target.update().ask() instanceof Ask.OfStays stays
                ? stays.totals().stream().filter(Objects::nonNull)
                : target.nightlyPrices().stream().map(Price::amount);
    }
}
