package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.console.Unusable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what people enter. */
public final class Entered {

    private static final BigDecimal MOST = new BigDecimal("10000000");

    private Entered() {}

    /**
     * A number of rooms.
     *
     * @param what is done with them
     * @throws Unusable when it is no number of rooms that the house has
     */
    static int rooms(String text, int size, String what) {
        String plain = text.strip();
        int rooms = plain.matches("\\d{1,5}") ? Integer.parseInt(plain) : -1;
        if (rooms < 0 || rooms > size) {
            throw new Unusable(
                    "'"
                            + plain
                            + "' rooms cannot be "
                            + what
                            + ": enter a number from 0 to "
                            + size
                            + ".");
        }
        return rooms;
    }

    /**
     * A price in minor units; null for none.
     *
     * @throws Unusable when it is no price in the hotel's currency
     */
    public static @Nullable Long price(String text, Hotel hotel) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        String expected =
                "' is no price: enter one in "
                        + hotel.currency()
                        + " as "
                        + hotel.entered(12050)
                        + ", or nothing for the price that is not set by hand.";
        String number = plain.indexOf('.') < 0 ? plain.replace(',', '.') : plain;
        if (!number.matches("\\d{1,9}(\\.\\d{1,4})?")) {
            throw new Unusable("'" + plain + expected);
        }
        BigDecimal price = new BigDecimal(number).stripTrailingZeros();
        if (price.signum() == 0 || price.scale() > hotel.digits() || price.compareTo(MOST) > 0) {
            throw new Unusable("'" + plain + expected);
        }
        return price.movePointRight(hotel.digits()).longValueExact();
    }
}
