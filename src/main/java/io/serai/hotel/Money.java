package io.serai.hotel;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Amounts, written for people in one way on all pages: the currency's code, then the number with
 * the digits that ISO 4217 gives the currency, as EUR 1,234.50 and JPY 12,000. An amount that is
 * finer than its currency keeps its digits, and one of no currency those that it was told with.
 */
public final class Money {

    private static final DecimalFormatSymbols SIGNS = DecimalFormatSymbols.getInstance(Locale.UK);
    private static final int USUAL_DIGITS = 2;

    private Money() {}

    /** An amount with its currency; the number alone where nobody said the currency. */
    public static String of(BigDecimal amount, @Nullable String currency) {
        String number = number(amount, currency);
        return currency == null || currency.isBlank() ? number : currency + " " + number;
    }

    /** The same of minor units. */
    public static String of(long minor, String currency) {
        return of(BigDecimal.valueOf(minor, digits(currency)), currency);
    }

    /** The number alone, where its currency stands beside it: 1,234.50. */
    public static String number(BigDecimal amount, @Nullable String currency) {
        int own = amount.stripTrailingZeros().scale();
        int usual = currency == null ? Math.min(amount.scale(), USUAL_DIGITS) : digits(currency);
        return grouped(amount, Math.max(own, usual));
    }

    /** The same of minor units. */
    public static String number(long minor, String currency) {
        return number(BigDecimal.valueOf(minor, digits(currency)), currency);
    }

    /** The shortest way, for cells of grids: 1,234 for 1,234.00. */
    public static String brief(long minor, String currency) {
        BigDecimal amount = BigDecimal.valueOf(minor, digits(currency));
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return grouped(amount, whole ? 0 : digits(currency));
    }

    /** As a field of a form begins with it, and as it is read from there: 1234.50. */
    public static String entered(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    /** Digits of a currency's minor unit; 2 where nobody knows it. */
    public static int digits(String currency) {
        try {
            return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        } catch (IllegalArgumentException unknown) {
            return USUAL_DIGITS;
        }
    }

    private static String grouped(BigDecimal amount, int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", SIGNS);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount);
    }
}
