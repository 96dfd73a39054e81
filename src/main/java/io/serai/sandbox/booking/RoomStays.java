package io.serai.sandbox.booking;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Room;
import io.serai.sandbox.wire.Tags;
import java.util.Objects;

/** Writes the rooms of one reservation; the nights are in their rates, there is no time span. */
final class RoomStays {

    private final Hotel hotel;
    private final Booking booking;

    RoomStays(Hotel hotel, Booking booking) {
        this.hotel = hotel;
        this.booking = booking;
    }

    void write(Tags tags, Stay stay) {
        tags.open("RoomStay", "IndexNumber", stay.index());
        room(tags, stay);
        tags.open("RatePlans")
                .open("RatePlan")
                .open("Commission")
                .empty("CommissionPayableAmount", Money.commission(stay.total(), hotel))
                .close("Commission", "RatePlan", "RatePlans");
        rates(tags, stay);
        guestCounts(tags, stay);
        tags.empty("Total", Money.afterTax(stay.total(), hotel))
                .empty("BasicPropertyInfo", "HotelCode", booking.hotel())
                .open("ResGuestRPHs")
                .empty("ResGuestRPH", "RPH", booking.stays().indexOf(stay) + 1)
                .close("ResGuestRPHs");
        if (stay.comment() != null) {
            tags.open("Comments")
                    .open("Comment")
                    .text("Text", stay.comment())
                    .close("Comment", "Comments");
        }
        tags.close("RoomStay");
    }

    private void room(Tags tags, Stay stay) {
        var room = hotel.rooms().get(stay.room());
        tags.open("RoomTypes")
                .open("RoomType", "RoomTypeCode", stay.shownRoom())
                .open("RoomDescription", "Name", room == null ? "Room" : room.name())
                .text("Text", rateName(room, stay))
                .text("MealPlan", "Room only.")
                .text("MaxChildren", "0")
                .close("RoomDescription", "RoomType", "RoomTypes");
    }

    private static String rateName(@org.jspecify.annotations.Nullable Room room, Stay stay) {
        var rate = room == null ? null : room.rates().get(stay.rate());
        return rate == null ? "Rate " + stay.rate() : rate.name();
    }

    private void rates(Tags tags, Stay stay) {
        tags.open("RoomRates");
        var night = stay.arrival();
        for (var price : stay.nightly()) {
            tags.open("RoomRate", "EffectiveDate", night, "RatePlanCode", stay.shownRate())
                    .open("Rates")
                    .open("Rate")
                    .empty("Total", Money.afterTax(Objects.requireNonNull(price), hotel))
                    .close("Rate", "Rates", "RoomRate");
            night = night.plusDays(1);
        }
        tags.close("RoomRates");
    }

    private static void guestCounts(Tags tags, Stay stay) {
        tags.open("GuestCounts")
                .empty("GuestCount", "Count", stay.adults(), "AgeQualifyingCode", 10);
        if (stay.children() > 0) {
            tags.empty("GuestCount", "Count", stay.children(), "AgeQualifyingCode", 8);
        }
        tags.close("GuestCounts");
    }
}
