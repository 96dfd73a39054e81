package io.serai.certified;

import static io.serai.certified.MessageText.all;
import static io.serai.certified.MessageText.children;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Reads what Booking.com was told: OTA availability and rates, and B.XML. */
final class BookingcomMessages {

    private static final Map<String, String> WORDS =
            Map.of(
                    "SetMinLOS", "min-through",
                    "SetMaxLOS", "max-through",
                    "Arrival", "cta",
                    "Departure", "ctd",
                    "roomstosell", "rooms",
                    "minimumstay_arrival", "min-arrival",
                    "maximumstay_arrival", "max-arrival");

    private BookingcomMessages() {}

    static List<Said> read(String xml) {
        Element root = MessageText.root(xml);
        return switch (root.getTagName()) {
            case "OTA_HotelAvailNotifRQ" ->
                    all(root, "AvailStatusMessage").stream()
                            .map(BookingcomMessages::availability)
                            .toList();
            case "OTA_HotelRateAmountNotifRQ" ->
                    all(root, "RateAmountMessage").stream().map(BookingcomMessages::rate).toList();
            default -> all(root, "date").stream().map(BookingcomMessages::bxml).toList();
        };
    }

    private static Said availability(Element message) {
        Map<String, String> set = new TreeMap<>();
        if (message.hasAttribute("BookingLimit")) {
            set.put("rooms", message.getAttribute("BookingLimit"));
        }
        all(message, "LengthOfStay")
                .forEach(
                        length ->
                                set.put(
                                        WORDS.get(length.getAttribute("MinMaxMessageType")),
                                        length.getAttribute("Time")));
        Element control = all(message, "StatusApplicationControl").get(0);
        String master = control.hasAttribute("RatePlanCode") ? "closed" : "room-closed";
        all(message, "RestrictionStatus")
                .forEach(
                        status ->
                                set.put(
                                        WORDS.getOrDefault(
                                                status.getAttribute("Restriction"), master),
                                        String.valueOf(
                                                status.getAttribute("Status").equals("Close"))));
        return said(control, set);
    }

    private static Said rate(Element message) {
        Element amount = all(message, "BaseByGuestAmt").get(0);
        return said(
                all(message, "StatusApplicationControl").get(0),
                Map.of("price", amount.getAttribute("AmountAfterTax")));
    }

    private static Said said(Element control, Map<String, String> set) {
        String rate = control.getAttribute("RatePlanCode");
        return new Said(
                control.getAttribute("InvTypeCode"),
                rate.isEmpty() ? null : rate,
                LocalDate.parse(control.getAttribute("Start")),
                LocalDate.parse(control.getAttribute("End")),
                set);
    }

    private static Said bxml(Element date) {
        Map<String, String> set = new TreeMap<>();
        children(date)
                .filter(value -> !value.getTagName().equals("rate"))
                .forEach(
                        value ->
                                set.put(
                                        WORDS.getOrDefault(value.getTagName(), value.getTagName()),
                                        value.getTextContent()));
        return new Said(
                ((Element) date.getParentNode()).getAttribute("id"),
                all(date, "rate").stream()
                        .map(rate -> rate.getAttribute("id"))
                        .findFirst()
                        .orElse(null),
                LocalDate.parse(date.getAttribute("from")),
                LocalDate.parse(date.getAttribute("to")),
                set);
    }
}
