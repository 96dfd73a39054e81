package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a booking costs, as the schema shows it. */
final class MoneyView {

    private final Content content;
    private final Hotel hotel;

    MoneyView(Content content, Hotel hotel) {
        this.content = content;
        this.hotel = hotel;
    }

    Map<String, Object> amounts() {
        var days = new ArrayList<Map<String, Object>>();
        var night = content.arrival();
        for (var index = 0; index < content.nightly().size(); index++) {
            days.add(day(night.plusDays(index), nightly(index)));
        }
        return Map.of(
                "summary",
                List.of(
                        stay("BASE", content.beforeTaxes()),
                        stay("TAX", content.taxes()),
                        stay(
                                content.collect() == Collect.HOTEL ? "GUEST_PAYMENT" : "PAYOUT",
                                content.total())),
                "nightlyPayments",
                Map.of(
                        "dailyAmounts", days,
                        "perStayAmounts", List.of(stay("TAX", content.taxes())),
                        "cancellationAmounts", List.of()));
    }

    Map<String, Object> supplierAmount() {
        var rates = new ArrayList<Map<String, Object>>();
        for (var index = 0; index < content.nightly().size(); index++) {
            rates.add(rate(content.arrival().plusDays(index), index));
        }
        return Map.of(
                "rateType",
                hotel.net() ? "NET" : "SELL",
                "currencyCode",
                hotel.currency().getCurrencyCode(),
                "total",
                Map.of(
                        "amountBeforeTax", content.beforeTaxes(),
                        "amountAfterTax", content.total()),
                "rates",
                rates);
    }

    private Map<String, Object> rate(LocalDate night, int index) {
        return Map.of(
                "fromDate",
                night,
                "toDate",
                night.plusDays(1),
                "rateTimeUnit",
                "PER_DAY",
                "rateItems",
                List.of(
                        Map.of("feeType", "BASE_RATE", "amount", content.nightly().get(index)),
                        Map.of(
                                "feeType",
                                "EXTRA_GUEST_FEES",
                                "amount",
                                content.extraFees().get(index))));
    }

    private BigDecimal nightly(int index) {
        return content.nightly().get(index).add(content.extraFees().get(index));
    }

    private Map<String, Object> day(LocalDate night, BigDecimal amount) {
        return Map.of("type", "BASE", "date", night, "amount", money(amount));
    }

    private Map<String, Object> stay(String type, BigDecimal amount) {
        return Map.of("type", type, "amount", money(amount));
    }

    private Map<String, Object> money(BigDecimal amount) {
        return Map.of(
                "amount", amount.setScale(hotel.decimals(), java.math.RoundingMode.HALF_UP),
                "currencyCode", hotel.currency().getCurrencyCode());
    }
}
