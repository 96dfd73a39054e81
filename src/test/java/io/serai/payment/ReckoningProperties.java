package io.serai.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class ReckoningProperties {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    @Property
    void explainsEveryDifferenceAndOnlyDifferences(
            @ForAll @LongRange(min = 0, max = 50_000) long due,
            @ForAll @LongRange(min = 0, max = 50_000) long charged,
            @ForAll @LongRange(min = 0, max = 50_000) long left,
            @ForAll @LongRange(min = 0, max = 50_000) long transferred,
            @ForAll boolean cancelled,
            @ForAll boolean byChannel,
            @ForAll boolean read) {
        Facts facts = new Facts();
        facts.due = cents(due);
        facts.cardsCharged = cents(charged);
        facts.cardsLeft = cents(left);
        facts.transferred = cents(transferred);
        facts.cancelled = cancelled;
        facts.byChannel = byChannel;
        facts.dueRead = read;
        facts.read = read;

        Reckoning reckoning = Reckoning.of(facts.made());

        assertThat(reckoning.difference())
                .isEqualByComparingTo(reckoning.expected().subtract(reckoning.paid()));
        assertThat(reckoning.cause() == Cause.NONE).isEqualTo(reckoning.difference().signum() == 0);
    }

    @Example
    void namesTheLikelyCauseOfWhatIsMissing() {
        assertThat(cause(facts -> facts.cardsLeft = cents(10_000))).isEqualTo(Cause.NOT_CHARGED);
        assertThat(
                        cause(
                                facts -> {
                                    facts.cardsCharged = cents(4_000);
                                    facts.cardsLeft = cents(6_000);
                                }))
                .isEqualTo(Cause.PARTLY_CHARGED);
        assertThat(cause(facts -> facts.cardsExpired = cents(10_000)))
                .isEqualTo(Cause.CARD_EXPIRED);
        assertThat(cause(facts -> facts.chargeableFrom = TODAY.plusDays(1)))
                .isEqualTo(Cause.NOT_CHARGEABLE_YET);
        assertThat(cause(facts -> facts.departure = TODAY)).isEqualTo(Cause.STAY_NOT_OVER);
        assertThat(cause(facts -> facts.pending = cents(10_000))).isEqualTo(Cause.PAYOUT_PENDING);
        assertThat(cause(facts -> facts.declined = true)).isEqualTo(Cause.DECLINED);
        assertThat(cause(facts -> facts.read = false)).isEqualTo(Cause.NOT_READ);
        assertThat(cause(facts -> facts.otherCurrency = true)).isEqualTo(Cause.CURRENCY);
        assertThat(cause(facts -> facts.notKnown = true)).isEqualTo(Cause.NOT_KNOWN);
        assertThat(cause(facts -> facts.byChannel = false)).isEqualTo(Cause.PAID_AT_HOTEL);
        assertThat(
                        cause(
                                facts -> {
                                    facts.cardsCharged = cents(8_500);
                                    facts.commission = cents(1_500);
                                }))
                .isEqualTo(Cause.COMMISSION);
        assertThat(
                        cause(
                                facts -> {
                                    facts.byChannel = false;
                                    facts.charged = cents(10_000);
                                    facts.refunded = cents(2_500);
                                }))
                .isEqualTo(Cause.REFUNDED);
    }

    @Example
    void namesTheLikelyCauseOfWhatIsTooMuch() {
        assertThat(
                        cause(
                                facts -> {
                                    facts.cancelled = true;
                                    facts.dueRead = false;
                                    facts.transferred = cents(10_000);
                                }))
                .isEqualTo(Cause.CANCELLED_AFTER_PAYMENT);
        assertThat(cause(facts -> facts.transferred = cents(10_001))).isEqualTo(Cause.OVERPAID);
    }

    @Example
    void findsNothingMissingWhereTheChannelSaysThatItPaid() {
        assertThat(cause(facts -> facts.payoutStatus = "paid")).isEqualTo(Cause.NONE);
        assertThat(cause(facts -> facts.cancelled = true)).isNotEqualTo(Cause.NONE);
    }

    private static Cause cause(java.util.function.Consumer<Facts> change) {
        Facts facts = new Facts();
        change.accept(facts);
        return Reckoning.of(facts.made()).cause();
    }

    private static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** Of a booking of 100.00 that its channel pays and that is over. */
    private static final class Facts {

        boolean cancelled;
        boolean byChannel = true;
        BigDecimal due = cents(10_000);
        boolean dueRead = true;
        boolean read = true;
        @Nullable String payoutStatus;
        @Nullable BigDecimal commission;
        @Nullable BigDecimal cardsCharged;
        BigDecimal cardsLeft = NOTHING;
        BigDecimal cardsExpired = NOTHING;
        @Nullable LocalDate chargeableFrom;
        BigDecimal transferred = NOTHING;
        BigDecimal pending = NOTHING;
        BigDecimal charged = NOTHING;
        BigDecimal refunded = NOTHING;
        boolean declined;
        boolean notKnown;
        boolean otherCurrency;
        LocalDate departure = TODAY.minusDays(1);

        MoneyFacts made() {
            return new MoneyFacts(
                    cancelled,
                    byChannel,
                    "virtual-card",
                    due,
                    dueRead,
                    read,
                    payoutStatus,
                    commission,
                    cardsCharged,
                    cardsLeft,
                    cardsExpired,
                    false,
                    chargeableFrom,
                    transferred,
                    pending,
                    charged,
                    refunded,
                    NOTHING,
                    declined,
                    notKnown,
                    otherCurrency,
                    null,
                    departure,
                    TODAY);
        }
    }
}
