package io.serai.console.record;

import io.serai.console.Hotel;
import io.serai.console.grid.BulkValues;
import io.serai.hotel.Money;
import io.serai.hotel.plan.PlanRefused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What stands in a form of the record. */
interface Entered {

    /** By field. */
    BulkValues values();

    /** What stands in a field; empty where nothing does. */
    default String text(String field) {
        return values().text(field);
    }

    /**
     * A number; null where none stands there.
     *
     * @throws PlanRefused where it is none
     */
    default @Nullable BigDecimal number(String field, String expected) {
        String said = text(field).replace(',', '.').replace('−', '-');
        if (said.isEmpty()) {
            return null;
        }
        if (!said.matches("[+-]?[0-9]{1,9}([.][0-9]{1,4})?")) {
            throw PlanRefused.of(field, "'" + text(field) + "'", expected);
        }
        return new BigDecimal(said);
    }

    /**
     * An amount in minor units; null where none stands there.
     *
     * @throws PlanRefused where the hotel's currency has no such amount
     */
    default @Nullable Long amount(String field, Hotel hotel) {
        String expected = "an amount in " + hotel.currency() + " as " + hotel.entered(1350);
        BigDecimal said = number(field, expected);
        if (said != null && said.stripTrailingZeros().scale() > Money.digits(hotel.currency())) {
            throw PlanRefused.of(field, "'" + text(field) + "'", expected);
        }
        return said == null ? null : said.movePointRight(hotel.digits()).longValueExact();
    }
}
