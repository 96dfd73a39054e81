package io.serai.payment.gateway;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount above 0 with no more decimals than its currency has. */
public record GatewayAmount(BigDecimal value, Currency currency) {

    public GatewayAmount {
        if (value.signum() <= 0
                || value.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw new IllegalArgumentException(
                    "amount: %s %s (expected: above 0, at most %d decimals)"
                            .formatted(
                                    value.toPlainString(),
                                    currency,
                                    currency.getDefaultFractionDigits()));
        }
    }

    /** In the smallest unit of the currency, by ISO 4217. */
    public long minor() {
        return scaled(currency.getDefaultFractionDigits());
    }

    /** As a whole number of units with so many decimals. */
    long scaled(int decimals) {
        return value.movePointRight(decimals).longValueExact();
    }
}
