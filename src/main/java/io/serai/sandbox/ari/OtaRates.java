package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Xml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import org.w3c.dom.Element;

/** Prices by OTA_HotelRateAmountNotif: whole numbers, scaled by DecimalPlaces. */
final class OtaRates extends OtaMessages {

    private static final int MOST_DECIMALS = 3;

    OtaRates() {
        super("OTA_HotelRateAmountNotifRQ", "RateAmountMessages", "RateAmountMessage");
    }

    @Override
    Ask ask(Element message) {
        var prices = new ArrayList<Price>();
        for (var rates : Xml.children(message, "Rates")) {
            for (var rate : Xml.children(rates, "Rate")) {
                for (var amounts : Xml.children(rate, "BaseByGuestAmts")) {
                    Xml.children(amounts, "BaseByGuestAmt").forEach(a -> prices.add(price(a)));
                }
            }
        }
        if (prices.isEmpty()) {
            throw new NotTaken("PRICE_MISSING", "the message has no BaseByGuestAmt");
        }
        return new Ask.OfNights(Map.of(), prices);
    }

    private static Price price(Element amount) {
        var after = Xml.attribute(amount, "AmountAfterTax");
        var before = Xml.attribute(amount, "AmountBeforeTax");
        if ((after == null) == (before == null)) {
            throw Text.fault(
                    "BaseByGuestAmt",
                    after == null ? "without amount" : "with both amounts",
                    "AmountAfterTax or AmountBeforeTax");
        }
        var scaled = Text.id("amount", after == null ? before : after);
        var decimals = Text.integer("DecimalPlaces", Xml.attribute(amount, "DecimalPlaces"));
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw Text.fault("DecimalPlaces", String.valueOf(decimals), "0 to 3");
        }
        var persons = Xml.attribute(amount, "NumberOfGuests");
        return new Price(
                persons == null ? null : Text.integer("NumberOfGuests", persons),
                BigDecimal.valueOf(scaled, decimals),
                Text.required(amount, "CurrencyCode"));
    }
}
