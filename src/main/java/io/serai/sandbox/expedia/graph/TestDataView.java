package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Booking;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import java.util.HashMap;
import java.util.Map;

/** Shows hotels and bookings as the schema of test data has them. */
final class TestDataView {

    private TestDataView() {}

    static Map<String, Object> of(Hotel hotel) {
        return Map.of(
                "id", Long.toString(hotel.id()),
                "name", hotel.name(),
                "supplierUnitId", Long.toString(hotel.id()));
    }

    static Map<String, Object> of(Booking booking) {
        var content = booking.content();
        var shown = new HashMap<String, Object>();
        shown.put("id", Long.toString(booking.id()));
        shown.put("propertyId", Long.toString(booking.hotel()));
        shown.put("status", booking.cancelled() ? "CANCELLED" : "BOOKED");
        shown.put(
                "businessModel",
                content.collect() == Collect.HOTEL ? "HOTEL_COLLECT" : "EXPEDIA_COLLECT");
        shown.put("checkInDate", content.arrival());
        shown.put("checkOutDate", content.departure());
        shown.put("adultCount", content.adults());
        shown.put("childCount", content.childAges().size());
        shown.put("creationDateTime", ReservationView.moment(booking.created()));
        shown.put("lastUpdatedDateTime", ReservationView.moment(booking.changed()));
        return shown;
    }
}
