package io.serai.console.record;

import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PlanLimits;
import io.serai.hotel.plan.StoredPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In what a rate plan is another than it was. */
final class PlanChanges {

    /** What channels may be told of by name, as the hotel's content calls it. */
    private static final Map<String, Function<PlanContent, @Nullable Object>> NAMED =
            Map.of(
                    "name", PlanContent::name,
                    "code", PlanContent::code,
                    "mealPlan", PlanContent::mealPlan,
                    "cancellation", PlanContent::policy,
                    "pricing", PlanContent::pricing,
                    "parent", PlanContent::parent);

    /** What its prices and restrictions follow from. */
    private static final List<Function<PlanContent, @Nullable Object>> MOVING =
            List.of(
                    PlanContent::pricing,
                    PlanContent::longestStay,
                    PlanContent::parent,
                    plan -> plain(plan.percent()),
                    PlanContent::amount,
                    PlanContent::step,
                    PlanContent::ending,
                    PlanContent::mode,
                    plan -> Set.copyOf(plan.inherits()),
                    PlanContent::validFrom,
                    PlanContent::validTo);

    private PlanChanges() {}

    /** The fields by their names; all that say something where it was not there before. */
    static List<String> named(@Nullable StoredPlan stored, PlanContent after, PlanLimits limits) {
        PlanContent before = stored == null ? null : stored.content();
        List<String> changed = new ArrayList<>();
        NAMED.forEach(
                (name, field) -> {
                    Object was = before == null ? null : field.apply(before);
                    if (!Objects.equals(was, field.apply(after))) {
                        changed.add(name);
                    }
                });
        if (!limits.equals(stored == null ? PlanLimits.NONE : stored.limits())) {
            changed.add("limits");
        }
        return changed;
    }

    /** Whether its prices and restrictions may be others. */
    static boolean moves(StoredPlan before, PlanContent after, PlanLimits limits) {
        return !limits.equals(before.limits())
                || MOVING.stream()
                        .anyMatch(
                                field ->
                                        !Objects.equals(
                                                field.apply(before.content()), field.apply(after)));
    }

    private static @Nullable Object plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
