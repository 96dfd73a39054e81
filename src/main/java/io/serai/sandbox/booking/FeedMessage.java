package io.serai.sandbox.booking;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.Tags;
import io.serai.sandbox.wire.Xml;
import java.util.List;
import java.util.function.Function;

/** Writes what a queue hands over: yes, an RQ document as the answer to a GET. */
final class FeedMessage {

    private static final String VERSION = "2.001";

    private final Feed feed;
    private final boolean cancelByAbsence;
    private final Function<Booking, Hotel> hotels;

    FeedMessage(Feed feed, boolean cancelByAbsence, Function<Booking, Hotel> hotels) {
        this.feed = feed;
        this.cancelByAbsence = cancelByAbsence;
        this.hotels = hotels;
    }

    String write(List<Booking> bookings, String ruid) {
        var tags = new Tags();
        tags.open(
                feed.endpoint + "RQ",
                "xmlns",
                Xml.OTA,
                "TimeStamp",
                io.serai.sandbox.wire.OtaAnswer.now(),
                "Target",
                "Production",
                "Version",
                VERSION);
        if (!bookings.isEmpty()) {
            tags.open(feed.list);
            bookings.forEach(booking -> item(tags, booking));
            tags.close(feed.list);
        }
        tags.close(feed.endpoint + "RQ").comment("RUID: [" + ruid + "]");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + tags;
    }

    private void item(Tags tags, Booking booking) {
        var hotel = hotels.apply(booking);
        var shown = cancelByAbsence && booking.cancelled() ? List.<Stay>of() : booking.stays();
        tags.open(feed.item, "ResStatus", status(booking));
        var rooms = new RoomStays(hotel, booking);
        if (!shown.isEmpty()) {
            tags.open("RoomStays");
            shown.forEach(stay -> rooms.write(tags, stay));
            tags.close("RoomStays");
        }
        fee(tags, booking, hotel);
        guests(tags, shown);
        new GlobalInfo(hotel, booking).write(tags);
        tags.close(feed.item);
    }

    private @org.jspecify.annotations.Nullable String status(Booking booking) {
        if (booking.cancelled() && !cancelByAbsence) {
            return "Cancel";
        }
        return feed == Feed.MODIFY && !cancelByAbsence ? "Modify" : null;
    }

    /** A fee is a plain decimal, without DecimalPlaces. */
    private static void fee(Tags tags, Booking booking, Hotel hotel) {
        if (booking.fee() == null) {
            return;
        }
        tags.open("Services")
                .open("Service", "ServiceRPH", 1)
                .open("Price")
                .empty(
                        "Total",
                        "AmountAfterTax",
                        java.math.BigDecimal.valueOf(booking.fee(), hotel.decimals()),
                        "CurrencyCode",
                        hotel.currency())
                .close("Price", "Service", "Services");
    }

    private static void guests(Tags tags, List<Stay> stays) {
        if (stays.isEmpty()) {
            return;
        }
        tags.open("ResGuests");
        for (int i = 0; i < stays.size(); i++) {
            tags.open("ResGuest", "ResGuestRPH", i + 1)
                    .open("Profiles")
                    .open("ProfileInfo")
                    .open("Profile")
                    .open("Customer")
                    .open("PersonName")
                    .text("Surname", stays.get(i).guest())
                    .close("PersonName", "Customer", "Profile", "ProfileInfo", "Profiles")
                    .close("ResGuest");
        }
        tags.close("ResGuests");
    }
}
