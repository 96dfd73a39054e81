package io.serai.delivery.gate;

import java.time.LocalDate;

/**
 * A price that a person cannot put right, since the hotel's system has the say: nothing was done.
 */
public final class SystemPrice extends RuntimeException {

    private static final long serialVersionUID = 1;

    SystemPrice(LocalDate night) {
        super(
                "the price of "
                        + night
                        + " is the hotel's system's (expected: one that a person may set; hotels.price_owner is 'system')");
    }
}
