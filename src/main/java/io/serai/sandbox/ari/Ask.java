package io.serai.sandbox.ari;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an update asks to be set. */
sealed interface Ask {

    /** Values and prices of nights. */
    record OfNights(Map<Field, Integer> values, List<Price> prices) implements Ask {}

    /** Totals by length of stay from one night up, null where none is sold. */
    record OfStays(int persons, String currency, List<@Nullable BigDecimal> totals)
            implements Ask {}

    /** What a number of persons pays more, or less, than the base price of a night. */
    record OfOffset(int persons, BigDecimal amount) implements Ask {}
}
