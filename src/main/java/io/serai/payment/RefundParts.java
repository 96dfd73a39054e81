package io.serai.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Which charges a refund gives back: the latest first, each as far as it goes. */
final class RefundParts {

    private RefundParts() {}

    /**
     * A charge, and what of it was not given back.
     *
     * @param gateway through which it was made
     */
    record Charge(long id, String gateway, BigDecimal left) {}

    /** What of a charge is given back. */
    record Part(long charge, String gateway, BigDecimal amount) {}

    /** What can be given back in all. */
    static BigDecimal left(List<Charge> charges) {
        return charges.stream().map(Charge::left).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The parts of a refund; together they are the amount, none is 0 or above what is left of its
     * charge.
     *
     * @param charges the latest first
     * @throws IllegalArgumentException when the amount is above what is left of all
     */
    static List<Part> of(List<Charge> charges, BigDecimal amount) {
        List<Part> parts = new ArrayList<>();
        BigDecimal open = amount;
        for (Charge charge : charges) {
            BigDecimal part = open.min(charge.left());
            if (part.signum() > 0) {
                parts.add(new Part(charge.id(), charge.gateway(), part));
                open = open.subtract(part);
            }
        }
        if (open.signum() > 0) {
            throw new IllegalArgumentException(
                    "amount: %s (expected: at most %s)"
                            .formatted(amount.toPlainString(), left(charges).toPlainString()));
        }
        return parts;
    }
}
