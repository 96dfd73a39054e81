package io.serai.payment;

import io.serai.payment.PaymentRefused.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is due of a booking, and what moved of it already; counted is whatever may have moved, so
 * that what is not known is never moved again.
 *
 * @param due what the hotel may charge in all; null: nobody said
 * @param charged by charges that are done, under way or not known
 * @param refunded by refunds of such charges that are done
 * @param currency of all of it; null: nobody said
 * @param card the card to charge; null: there is none
 * @param chargeableFrom the first day on which it may be charged; null: any
 */
record Dues(
        @Nullable BigDecimal due,
        BigDecimal charged,
        BigDecimal refunded,
        @Nullable String currency,
        @Nullable String card,
        @Nullable LocalDate chargeableFrom) {

    /** What may still be charged; 0 where nobody said what is due. */
    BigDecimal left() {
        BigDecimal all = Objects.requireNonNullElse(due, BigDecimal.ZERO);
        return all.subtract(charged).add(refunded).max(BigDecimal.ZERO);
    }

    /**
     * Demands that an amount may be charged today.
     *
     * @throws PaymentRefused naming what is in the way
     */
    void demand(BigDecimal amount, String inCurrency, LocalDate today) {
        if (card == null) {
            throw new PaymentRefused(Why.NOT_POSSIBLE, "card: none (expected: one in the vault)");
        }
        if (currency == null || !currency.equals(inCurrency)) {
            throw new PaymentRefused(
                    Why.NOT_FITTING,
                    "currency: '%s' (expected: %s, that of the booking)"
                            .formatted(inCurrency, currency));
        }
        if (chargeableFrom != null && chargeableFrom.isAfter(today)) {
            throw new PaymentRefused(
                    Why.NOT_POSSIBLE, "card: chargeable from %s on".formatted(chargeableFrom));
        }
        demandWithin("amount", amount, left(), currency);
    }

    /**
     * Demands that an amount is one of its currency and no more than there is.
     *
     * @throws PaymentRefused naming both
     */
    static void demandWithin(String what, BigDecimal amount, BigDecimal most, String currency) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > decimals) {
            throw new PaymentRefused(
                    Why.NOT_FITTING,
                    "%s: '%s' (expected: above 0, with at most %d decimals)"
                            .formatted(what, amount.toPlainString(), decimals));
        }
        if (amount.compareTo(most) > 0) {
            throw new PaymentRefused(
                    Why.TOO_MUCH,
                    "%s: '%s' (expected: at most %s %s)"
                            .formatted(
                                    what,
                                    amount.toPlainString(),
                                    most.setScale(decimals, java.math.RoundingMode.DOWN)
                                            .toPlainString(),
                                    currency));
        }
    }
}
