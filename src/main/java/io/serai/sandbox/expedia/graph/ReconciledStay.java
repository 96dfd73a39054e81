package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a stay really was, as the hotel says afterwards. */
final class ReconciledStay {

    private static final int MOST_DAYS_ADDED = 3;
    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(3);

    private final Content before;
    private final Hotel hotel;
    private final LocalDate arrival;
    private final LocalDate departure;
    private final TreeMap<LocalDate, BigDecimal> amounts = new TreeMap<>();

    ReconciledStay(Content before, Hotel hotel, Map<String, Object> input) {
        this.before = before;
        this.hotel = hotel;
        this.arrival = (LocalDate) input.get("checkInDate");
        this.departure = (LocalDate) input.get("checkOutDate");
        read(input);
    }

    /** The booking as it then stands; refused where a rule of the channel is broken. */
    Content content() {
        dates();
        arrival.datesUntil(departure).forEach(this::amount);
        if (amounts.size() != java.time.temporal.ChronoUnit.DAYS.between(arrival, departure)) {
            throw Refused.input("supplierAmount.rates name days outside of the stay");
        }
        return new Content(
                before.room(),
                before.plan(),
                before.collect(),
                before.shownRoom(),
                before.shownPlan(),
                arrival,
                departure,
                before.adults(),
                before.childAges(),
                List.copyOf(amounts.values()),
                Collections.nCopies(amounts.size(), BigDecimal.ZERO),
                before.taxes(),
                before.guest(),
                before.source(),
                before.requests(),
                before.promotion(),
                before.card());
    }

    @SuppressWarnings("unchecked")
    private void read(Map<String, Object> input) {
        var supplier = (Map<String, Object>) input.get("supplierAmount");
        if (supplier == null
                || !hotel.currency().getCurrencyCode().equals(supplier.get("currencyCode"))) {
            throw Refused.input("supplierAmount is not in " + hotel.currency());
        }
        for (var rate : (List<Map<String, Object>>) supplier.get("rates")) {
            var day = (LocalDate) rate.get("fromDate");
            if (!day.plusDays(1).equals(rate.get("toDate"))
                    || !"PER_DAY".equals(rate.get("rateTimeUnit"))) {
                throw Refused.input("rate of " + day + " (expected: PER_DAY, to the next day)");
            }
            for (var item : (List<Map<String, Object>>) rate.get("rateItems")) {
                amounts.merge(day, new BigDecimal(item.get("amount").toString()), BigDecimal::add);
            }
        }
    }

    private void dates() {
        if (!departure.isAfter(arrival)) {
            throw Refused.input("checkOutDate is not after checkInDate");
        }
        if (arrival.isBefore(before.arrival().minusDays(MOST_DAYS_ADDED))
                || departure.isAfter(before.departure().plusDays(MOST_DAYS_ADDED))) {
            throw Refused.input("more than " + MOST_DAYS_ADDED + " days outside of the stay");
        }
        if (before.collect() == Collect.EXPEDIA
                && (arrival.isBefore(before.arrival()) || departure.isAfter(before.departure()))) {
            throw Refused.input("days cannot be added to an Expedia Collect reservation");
        }
    }

    private void amount(LocalDate day) {
        var amount = amounts.get(day);
        if (amount == null) {
            throw Refused.input("no amount for " + day + " (expected: one for every day)");
        }
        var index = (int) java.time.temporal.ChronoUnit.DAYS.between(before.arrival(), day);
        if (index >= 0 && index < before.nightly().size()) {
            var most = before.nightly().get(index).multiply(MOST_TIMES);
            if (amount.signum() < 0 || amount.compareTo(most) > 0) {
                throw Refused.input(amount + " for " + day + " (expected: 0 to " + most + ")");
            }
        }
    }
}
