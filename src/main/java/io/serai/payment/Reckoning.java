package io.serai.payment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was expected of a booking, what was paid, and why these likely differ; pure.
 *
 * @param expected what the hotel is to get: of a cancelled booking what the channel says, else
 *     nothing; less what the channel gave back where it was not asked since
 * @param paid what it got, less what it gave back
 * @param cause of the difference
 */
record Reckoning(BigDecimal expected, BigDecimal paid, Cause cause) {

    private static final Set<String> BAD_CARDS =
            Set.of("INVALID_CARD", "INITIAL_CARD_CHECK_UNSUCCESSFUL");

    static Reckoning of(MoneyFacts facts) {
        BigDecimal expected = expected(facts);
        BigDecimal paid = paid(facts, expected);
        return new Reckoning(expected, paid, cause(facts, expected.subtract(paid)));
    }

    BigDecimal difference() {
        return expected.subtract(paid);
    }

    private static BigDecimal expected(MoneyFacts facts) {
        if (facts.cancelled() && !facts.dueRead() || facts.due() == null) {
            return BigDecimal.ZERO;
        }
        return facts.dueRead()
                ? facts.due()
                : facts.due().subtract(facts.refundedByChannel()).max(BigDecimal.ZERO);
    }

    private static BigDecimal paid(MoneyFacts facts, BigDecimal expected) {
        BigDecimal moved = facts.charged().subtract(facts.refunded());
        if (!facts.byChannel()) {
            return moved;
        }
        BigDecimal shown =
                facts.transferred().add(Objects.requireNonNullElse(facts.cardsCharged(), moved));
        return shown.signum() == 0 && "paid".equals(facts.payoutStatus()) ? expected : shown;
    }

    private static Cause cause(MoneyFacts facts, BigDecimal difference) {
        if (difference.signum() == 0) {
            return facts.notKnown() ? Cause.NOT_KNOWN : Cause.NONE;
        }
        if (facts.notKnown()) {
            return Cause.NOT_KNOWN;
        }
        if (facts.otherCurrency()) {
            return Cause.CURRENCY;
        }
        if (same(facts.commission(), difference.abs())) {
            return Cause.COMMISSION;
        }
        return difference.signum() > 0 ? tooLittle(facts, difference) : tooMuch(facts);
    }

    private static Cause tooMuch(MoneyFacts facts) {
        return facts.cancelled() ? Cause.CANCELLED_AFTER_PAYMENT : Cause.OVERPAID;
    }

    private static Cause tooLittle(MoneyFacts facts, BigDecimal difference) {
        if (same(facts.refunded(), difference) || same(facts.refundedByChannel(), difference)) {
            return Cause.REFUNDED;
        }
        if (facts.declined()) {
            return Cause.DECLINED;
        }
        Cause early = early(facts);
        if (early != null) {
            return early;
        }
        return facts.byChannel() ? ofChannel(facts) : ofHotel(facts);
    }

    private static @Nullable Cause early(MoneyFacts facts) {
        if (facts.chargeableFrom() != null && facts.chargeableFrom().isAfter(facts.today())) {
            return Cause.NOT_CHARGEABLE_YET;
        }
        return facts.departure() != null && !facts.departure().isBefore(facts.today())
                ? Cause.STAY_NOT_OVER
                : null;
    }

    private static Cause ofHotel(MoneyFacts facts) {
        if (BAD_CARDS.contains(Objects.requireNonNullElse(facts.cardStatus(), ""))) {
            return Cause.CARD_INVALID;
        }
        return facts.charged().signum() == 0 ? Cause.PAID_AT_HOTEL : Cause.UNEXPLAINED;
    }

    private static Cause ofChannel(MoneyFacts facts) {
        if (facts.cardsExpired().signum() > 0) {
            return Cause.CARD_EXPIRED;
        }
        if (facts.cardsCancelled()) {
            return Cause.CARD_CANCELLED;
        }
        if (facts.cardsLeft().signum() > 0) {
            return Objects.requireNonNullElse(facts.cardsCharged(), BigDecimal.ZERO).signum() > 0
                    ? Cause.PARTLY_CHARGED
                    : Cause.NOT_CHARGED;
        }
        if (facts.pending().signum() > 0 || "pending".equals(facts.payoutStatus())) {
            return Cause.PAYOUT_PENDING;
        }
        return facts.read() ? Cause.UNEXPLAINED : Cause.NOT_READ;
    }

    private static boolean same(@Nullable BigDecimal one, BigDecimal other) {
        return one != null && one.signum() > 0 && one.compareTo(other) == 0;
    }
}
