package io.serai.report;

import java.math.BigDecimal;

/** What nights gained lately, and lost again by cancellations: room nights and room revenue. */
record PickedUp(long nights, BigDecimal revenue) {

    static final PickedUp NONE = new PickedUp(0, BigDecimal.ZERO);

    PickedUp plus(PickedUp other) {
        return new PickedUp(nights + other.nights, revenue.add(other.revenue));
    }
}
