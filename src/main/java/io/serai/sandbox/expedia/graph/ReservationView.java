package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Booking;
import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.booking.SpecialRequest;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a booking as the schema's Reservation: maps whose keys are its fields. */
final class ReservationView {

    private final Clock clock;
    private final Instruments instruments;
    private final Reconciliations reconciliations;

    ReservationView(Clock clock, Instruments instruments, Reconciliations reconciliations) {
        this.clock = clock;
        this.instruments = instruments;
        this.reconciliations = reconciliations;
    }

    Map<String, Object> of(Booking booking, Hotel hotel) {
        var content = booking.content();
        var view = new HashMap<String, Object>();
        var id = Long.toString(booking.id());
        view.put("id", id);
        view.put("reservationIds", ids(id));
        view.put(
                "alternativeIds",
                Map.of(
                        "supplierId",
                        booking.confirmNumber() == null ? id : booking.confirmNumber()));
        view.put("status", booking.cancelled() ? "CANCELLED" : "BOOKED");
        view.put("source", content.source());
        view.put("distributionChannel", "EXPEDIA_INTEGRATED");
        view.put("inventoryType", "LOCAL");
        view.put("businessModel", hotelCollects(content) ? "HOTEL_COLLECT" : "EXPEDIA_COLLECT");
        view.put("merchantOfRecord", hotelCollects(content) ? "SUPPLIER" : "EXPEDIA_GROUP");
        view.put("remittanceType", hotelCollects(content) ? null : hotel.net() ? "NET" : "GROSS");
        view.put("creationDateTime", moment(booking.created()));
        view.put("lastUpdatedDateTime", moment(booking.changed()));
        view.put("eligibility", new Eligibility(booking, hotel, clock));
        stay(view, content);
        guest(view, content);
        requests(view, content);
        view.put("payment", payment(booking));
        view.put("paymentInstructions", text(content, "5"));
        var money = new MoneyView(content, hotel);
        view.put("amounts", money.amounts());
        view.put("supplierAmount", money.supplierAmount());
        reconciliations.show(booking, view);
        return view;
    }

    private static void stay(Map<String, Object> view, Content content) {
        view.put("checkInDate", content.arrival());
        view.put("checkOutDate", content.departure());
        view.put("unitIds", ids(content.shownRoom()));
        view.put(
                "rateIds",
                List.of(
                        Map.of("id", content.shownPlan(), "idSource", "EXPEDIA"),
                        Map.of("id", content.shownPlan(), "idSource", "SUPPLIER")));
        view.put("adultCount", content.adults());
        view.put("childCount", content.childAges().size());
        view.put("childAges", content.childAges());
        view.put("petCount", 0);
        view.put("totalGuestCount", content.persons());
    }

    private static void guest(Map<String, Object> view, Content content) {
        var guest = new HashMap<String, Object>();
        guest.put("firstName", content.guest().given());
        guest.put("lastName", content.guest().surname());
        guest.put("emailAddress", content.guest().email());
        var phone = content.guest().phone();
        guest.put(
                "phoneNumbers",
                phone == null
                        ? List.of()
                        : List.of(
                                Map.of(
                                        "countryCode",
                                        "",
                                        "areaCode",
                                        "",
                                        "number",
                                        phone,
                                        "fullPhoneNumber",
                                        phone)));
        guest.put("loyaltyTier", null);
        guest.put("travelPurpose", "NONE");
        view.put("primaryGuest", guest);
    }

    private static void requests(Map<String, Object> view, Content content) {
        view.put("bedTypes", nothingIfEmpty(text(content, "1.")));
        view.put("smokingType", text(content, "2."));
        view.put("multiRoomText", nothingIfEmpty(text(content, "3")));
        view.put("specialRequest", nothingIfEmpty(text(content, SpecialRequest.FREE_TEXT)));
        view.put("accessibilityText", List.of());
        var promotion = content.promotion();
        view.put(
                "valueAddedPromotions",
                promotion == null
                        ? List.of()
                        : List.of(Map.of("id", promotion, "description", promotion)));
    }

    private Map<String, Object> payment(Booking booking) {
        var card = booking.content().card();
        var token = new HashMap<String, Object>();
        if (card != null && !booking.cancelled()) {
            var instrument = instruments.of(booking);
            token.put("value", instrument.token());
            token.put("expirationDateTime", moment(instrument.expires()));
        }
        var type =
                card == null || booking.cancelled()
                        ? "NONE"
                        : card.virtual() ? "EXPEDIA_VIRTUAL_CARD" : "GUEST_CREDIT_CARD";
        return Map.of(
                "instrument", Map.of("type", type, "token", token),
                "instructions", text(booking.content(), "5"));
    }

    private static List<Map<String, Object>> ids(String id) {
        return List.of(Map.of("id", id, "idSource", "EXPEDIA"));
    }

    private static boolean hotelCollects(Content content) {
        return content.collect() == Collect.HOTEL;
    }

    private static String text(Content content, String code) {
        return content.requests().stream()
                .filter(
                        r ->
                                r.code().equals(code)
                                        || code.endsWith(".") && r.code().startsWith(code))
                .map(SpecialRequest::text)
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String nothingIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }
}
