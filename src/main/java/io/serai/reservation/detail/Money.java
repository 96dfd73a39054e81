package io.serai.reservation.detail;

import io.serai.channel.Amount;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Amounts of a currency; the database keeps three decimals, those that say nothing go. */
record Money(int digits) {

    private static final int USUAL = 2;

    static Money of(@Nullable String currency) {
        try {
            return new Money(
                    currency == null
                            ? USUAL
                            : Math.max(
                                    Currency.getInstance(currency).getDefaultFractionDigits(), 0));
        } catch (IllegalArgumentException unknown) {
            return new Money(USUAL); // a channel's own word for a currency
        }
    }

    @Nullable Amount amount(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        var plain = value.stripTrailingZeros();
        return new Amount(plain.setScale(Math.max(plain.scale(), digits)));
    }

    @Nullable Amount amount(@Nullable Amount told) {
        return told == null ? null : amount(told.value());
    }
}
