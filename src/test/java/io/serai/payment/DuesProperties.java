package io.serai.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DuesProperties {

    private static final LocalDate TODAY = LocalDate.of(2027, 2, 3);

    @Property
    void neverLetsMoreBeChargedThanIsDueWhateverMovedBefore(
            @ForAll @LongRange(min = 0, max = 1_000_000) long due,
            @ForAll @LongRange(min = 0, max = 1_000_000) long charged,
            @ForAll @LongRange(min = 0, max = 1_000_000) long back,
            @ForAll @LongRange(min = 1, max = 1_000_000) long wish) {
        long refunded = Math.min(back, charged);
        Dues dues = dues(cents(due), cents(charged), cents(refunded), null);

        boolean passes = passes(dues, cents(wish));

        assertThat(passes).isEqualTo(charged - refunded + wish <= due);
    }

    @Property
    void takesNoAmountThatTheCurrencyCannotSay(
            @ForAll @LongRange(min = 1, max = 999_999) long mills) {
        Dues dues = dues(new BigDecimal("1000000"), BigDecimal.ZERO, BigDecimal.ZERO, null);

        assertThat(passes(dues, BigDecimal.valueOf(mills, 3))).isEqualTo(mills % 10 == 0);
    }

    @Example
    void chargesNothingBeforeItsDayNorInAnotherCurrencyNorWhereNobodySaidWhatIsDue() {
        Dues later = dues(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, TODAY.plusDays(1));
        Dues unsaid = dues(null, BigDecimal.ZERO, BigDecimal.ZERO, null);

        assertThat(passes(later, BigDecimal.ONE)).isFalse();
        assertThat(passes(unsaid, BigDecimal.ONE)).isFalse();
        assertThatThrownBy(
                        () ->
                                dues(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, TODAY)
                                        .demand(BigDecimal.ONE, "USD", TODAY))
                .hasMessageContaining("expected: EUR");
    }

    private static Dues dues(
            BigDecimal due, BigDecimal charged, BigDecimal refunded, LocalDate from) {
        return new Dues(due, charged, refunded, "EUR", "card", from);
    }

    private static boolean passes(Dues dues, BigDecimal amount) {
        try {
            dues.demand(amount, "EUR", TODAY);
            return true;
        } catch (PaymentRefused refused) {
            return false;
        }
    }

    private static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
