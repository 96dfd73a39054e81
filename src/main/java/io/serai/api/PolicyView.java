package io.serai.api;

import io.serai.hotel.plan.PolicyContent;
import io.serai.hotel.plan.StoredPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation policy as the API says it.
 *
 * @param penaltyValue nights, percent, or an amount in the hotel's currency
 */
record PolicyView(
        String id,
        String code,
        String name,
        @Nullable Integer freeUntilHours,
        String penalty,
        @Nullable String penaltyValue) {

    static PolicyView of(StoredPolicy policy, PricedHotel hotel) {
        PolicyContent said = policy.content();
        return new PolicyView(
                Integer.toString(policy.id()),
                said.code(),
                said.name(),
                said.freeUntilHours(),
                said.penalty(),
                value(said, hotel));
    }

    private static @Nullable String value(PolicyContent said, PricedHotel hotel) {
        if (said.value() == null) {
            return null;
        }
        return said.penalty().equals("amount")
                ? hotel.amount(said.value().longValueExact())
                : said.value().stripTrailingZeros().toPlainString();
    }
}
