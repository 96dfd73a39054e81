package io.serai.ari.price;

import io.serai.ari.Field;
import io.serai.ari.RateNight;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a product is not sold on a night.
 *
 * @param plan the code of the plan where that is so
 * @param reason why
 */
public record Closing(String plan, Reason reason) {

    /** Why a plan is not sold. */
    public enum Reason {
        /** Somebody closed it. */
        CLOSED("closed"),
        /** Nobody wrote the night. */
        UNWRITTEN("unwritten"),
        /** The night is outside the plan's valid dates. */
        NOT_VALID("not-valid"),
        /** The plan that it derives from is not sold for the room type. */
        NO_PARENT("no-parent"),
        /** There is no price. */
        UNPRICED("unpriced");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** Its name in answers. */
        public String word() {
            return word;
        }
    }

    /**
     * All reasons, its own first; none where it is sold.
     *
     * @param line what was written for the product, its parent, and so on
     * @param night in days since 1970-01-01
     * @param made what the chain made of it
     */
    public static List<Closing> of(
            PricedProduct product, List<WrittenNight> line, int night, RateNight made) {
        List<Closing> why = new ArrayList<>();
        PricedProduct here = product;
        for (int level = 0; here != null; level++) {
            RatePlan plan = here.plan();
            WrittenNight own = line.get(level);
            add(why, plan, Reason.NOT_VALID, !plan.valid(night));
            add(why, plan, Reason.UNWRITTEN, !plan.derived() && !own.written());
            add(why, plan, Reason.CLOSED, own.written() && own.closed());
            add(why, plan, Reason.NO_PARENT, here.orphaned());
            here = plan.inherits().contains(Field.CLOSED) ? here.parent() : null;
        }
        add(why, product.plan(), Reason.UNPRICED, made.unpriced() && why.isEmpty());
        return why;
    }

    private static void add(List<Closing> why, RatePlan plan, Reason reason, boolean so) {
        if (so) {
            why.add(new Closing(plan.code(), reason));
        }
    }
}
