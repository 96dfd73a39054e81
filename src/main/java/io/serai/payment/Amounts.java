package io.serai.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Amounts as they are shown: with the decimals of their currency, or as many more as they have. */
final class Amounts {

    private static final int USUAL = 2;

    private Amounts() {}

    static @Nullable String text(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null) {
            return null;
        }
        BigDecimal plain = amount.stripTrailingZeros();
        int decimals = Math.max(plain.scale(), decimals(currency));
        return plain.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    static String said(BigDecimal amount, @Nullable String currency) {
        return String.valueOf(text(amount, currency));
    }

    private static int decimals(@Nullable String currency) {
        return currency == null
                ? USUAL
                : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
