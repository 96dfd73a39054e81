package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.eqc.Slot.Field;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.PricingModel;
import io.serai.sandbox.wire.Xml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.w3c.dom.Element;

/** Reads the rates of one rate plan, which have to fit how it is priced. */
final class RateReader {

    private final Hotel hotel;
    private final Update.Named named;
    private final List<LocalDate> nights;
    private final Update update;

    RateReader(Hotel hotel, Update.Named named, List<LocalDate> nights, Update update) {
        this.hotel = hotel;
        this.named = named;
        this.nights = nights;
        this.update = update;
    }

    void read(Element rate) {
        var change = Xml.attribute(rate, "rateChangeIndicator");
        if (change != null) {
            change(change);
        }
        var amounts = Xml.children(rate);
        if (amounts.isEmpty()) {
            return;
        }
        if (named.plan().derived() && !named.plan().linked()) {
            update.refuse(3142, "Rate plan " + named.xmlId() + " is derived from another");
        }
        var currency = Xml.attribute(rate, "currency");
        if (!hotel.currency().getCurrencyCode().equals(currency)) {
            update.refuse(
                    3103,
                    "Currency '%s' is not the currency of the hotel (expected: %s)"
                            .formatted(currency, hotel.currency()));
        }
        var length = length(Xml.attribute(rate, "lengthOfStay"));
        amounts.forEach(amount -> amount(amount, length));
    }

    private void change(String value) {
        if (!named.plan().pricing().byArrival()) {
            update.refuse(
                    3125,
                    "Rate plan %s is not priced by day of arrival: no rateChangeIndicator"
                            .formatted(named.xmlId()));
        }
        update.set(named.plan().id(), nights, Field.RATE_CHANGE, 0, Calendar.yes(value));
    }

    private int length(@org.jspecify.annotations.Nullable String lengthOfStay) {
        var byLength = named.plan().pricing() == PricingModel.PER_DAY_BY_LENGTH;
        if (byLength && lengthOfStay == null) {
            update.refuse(3123, "Rate plan " + named.xmlId() + " needs lengthOfStay");
        }
        if (!byLength && lengthOfStay != null) {
            update.refuse(3124, "Rate plan " + named.xmlId() + " takes no lengthOfStay");
        }
        return lengthOfStay == null ? 1 : Integer.parseInt(lengthOfStay);
    }

    private void amount(Element amount, int length) {
        var expected = expected();
        if (!amount.getLocalName().equals(expected)) {
            update.refuse(
                    3090,
                    "Rate plan %s is priced otherwise than %s (expected: %s)"
                            .formatted(named.xmlId(), amount.getLocalName(), expected));
            return;
        }
        var occupancy = Xml.attribute(amount, "occupancy");
        update.set(
                named.plan().id(),
                nights,
                Field.RATE,
                occupancy == null ? length : Integer.parseInt(occupancy),
                new BigDecimal(amount.getAttribute("rate").strip()).stripTrailingZeros());
    }

    private String expected() {
        return switch (named.plan().pricing()) {
            case PER_DAY, PER_DAY_BY_ARRIVAL, PER_DAY_BY_LENGTH -> "PerDay";
            case OCCUPANCY, OCCUPANCY_BY_ARRIVAL -> "PerOccupancy";
            case PER_PERSON -> "PerPerson";
        };
    }
}
