package io.serai.api;

import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PlanProduct;
import io.serai.hotel.plan.StoredPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rate plan as the API says it: other things by the hotel's own codes, amounts in the hotel's
 * currency.
 */
record PlanView(
        String id,
        String code,
        String name,
        String pricing,
        int longestStay,
        @Nullable String mealPlan,
        @Nullable String parent,
        @Nullable Offset offset,
        @Nullable Rounding rounding,
        List<String> inherits,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String cancellationPolicy,
        List<Product> products) {

    /** What is laid on the parent's price. */
    record Offset(@Nullable String percent, @Nullable String amount) {}

    /** To what prices are rounded. */
    record Rounding(String step, String ending, String mode) {}

    /** A room type that it is sold for. */
    record Product(
            String id, @Nullable String roomType, @Nullable List<@Nullable String> usualPrices) {}

    static PlanView of(StoredPlan plan, PricedHotel hotel, Map<String, Integer> policies) {
        PlanContent said = plan.content();
        return new PlanView(
                Integer.toString(plan.id()),
                said.code(),
                said.name(),
                said.pricing(),
                said.longestStay(),
                said.mealPlan(),
                code(hotel.ratePlans(), said.parent()),
                said.parent() == null
                        ? null
                        : new Offset(plain(said.percent()), hotel.amount(said.amount())),
                said.step() == null
                        ? null
                        : new Rounding(
                                String.valueOf(hotel.amount(said.step())),
                                String.valueOf(hotel.amount(said.ending())),
                                said.mode()),
                said.inherits().stream().sorted().toList(),
                said.validFrom(),
                said.validTo(),
                code(policies, said.policy()),
                plan.products().stream().map(product -> product(product, hotel)).toList());
    }

    private static Product product(PlanProduct product, PricedHotel hotel) {
        return new Product(
                Integer.toString(product.id()),
                code(hotel.roomTypes(), product.roomType()),
                product.usual() == null
                        ? null
                        : product.usual().stream().map(hotel::amount).toList());
    }

    private static @Nullable String code(Map<String, Integer> codes, @Nullable Integer key) {
        List<String> found =
                key == null ? List.of() : List.copyOf(PricedHotel.words(codes, List.of(key)));
        return found.isEmpty() ? null : found.get(0);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
