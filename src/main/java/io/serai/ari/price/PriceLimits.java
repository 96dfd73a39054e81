package io.serai.ari.price;

import io.serai.ari.PriceStep;
import io.serai.ari.Steps;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The least and the most that a night may cost, whatever rules say. Where both cannot be kept, the
 * floor is.
 *
 * @param floor minor units a night; null: none
 * @param ceiling minor units a night; null: none
 */
public record PriceLimits(@Nullable Long floor, @Nullable Long ceiling) {

    /** No limit. */
    public static final PriceLimits NONE = new PriceLimits(null, null);

    /** These, and where they name none, the other's. */
    public PriceLimits over(PriceLimits other) {
        return new PriceLimits(
                floor == null ? other.floor : floor, ceiling == null ? other.ceiling : ceiling);
    }

    /** Whether there is neither. */
    public boolean isNone() {
        return floor == null && ceiling == null;
    }

    BigDecimal keep(BigDecimal price, int nights, int position, Steps steps) {
        BigDecimal kept = price;
        if (ceiling != null) {
            BigDecimal most = BigDecimal.valueOf(ceiling).multiply(BigDecimal.valueOf(nights));
            if (kept.compareTo(most) > 0) {
                say(steps, position, PriceStep.Kind.CEILING, kept, most);
                kept = most;
            }
        }
        if (floor != null) {
            BigDecimal least = BigDecimal.valueOf(floor).multiply(BigDecimal.valueOf(nights));
            if (kept.compareTo(least) < 0) {
                say(steps, position, PriceStep.Kind.FLOOR, kept, least);
                kept = least;
            }
        }
        return kept;
    }

    private static void say(
            Steps steps, int position, PriceStep.Kind kind, BigDecimal from, BigDecimal to) {
        if (steps.listens()) {
            steps.step(position, new PriceStep(kind, kind.word(), from, to));
        }
    }
}
