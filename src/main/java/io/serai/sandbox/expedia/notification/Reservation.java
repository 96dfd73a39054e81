package io.serai.sandbox.expedia.notification;

import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.booking.Phone;
import io.serai.sandbox.expedia.booking.SpecialRequest;
import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a notification says of a booking. */
final class Reservation {

    private final Hotel hotel;
    private final String partner;
    private final Transaction transaction;
    private final Content content;
    private final List<SpecialRequest> requests;

    /**
     * @param before what the hotel was told last; free text of it is not said again
     */
    Reservation(Hotel hotel, String partner, Transaction transaction, @Nullable Content before) {
        this.hotel = hotel;
        this.partner = partner;
        this.transaction = transaction;
        this.content = transaction.content();
        this.requests =
                content.requests().stream()
                        .filter(
                                request ->
                                        before == null
                                                || !request.code().equals(SpecialRequest.FREE_TEXT)
                                                || !before.requests().contains(request))
                        .toList();
    }

    void write(Tags tags, Kind kind) {
        tags.open("POS")
                .open("Source")
                .empty(
                        "RequestorID",
                        "Type",
                        18,
                        "ID",
                        content.collect().sourceOf(content.source()))
                .open("BookingChannel", "Type", 2, "Primary", true)
                .text("CompanyName", "Expedia")
                .close("BookingChannel", "Source", "POS");
        switch (kind) {
            case NEW -> whole(tags, "HotelReservations", "HotelReservation");
            case CHANGED -> whole(tags, "HotelResModifies", "HotelResModify");
            case CANCELLED -> cancelled(tags);
        }
    }

    private void whole(Tags tags, String list, String element) {
        tags.open(list)
                .open(
                        element,
                        "RoomStayReservation",
                        true,
                        "CreateDateTime",
                        Envelope.time(transaction.created()),
                        "CreatorID",
                        "Expedia")
                .empty("UniqueID", "Type", 14, "ID", transaction.booking())
                .open("RoomStays");
        new RoomStay(hotel, content, requests).write(tags);
        tags.close("RoomStays");
        guest(tags);
        tags.open("ResGlobalInfo").open("HotelReservationIDs");
        number(tags, 8, transaction.booking(), "Expedia");
        if (transaction.bookingNumber() != null) {
            number(tags, 3, transaction.bookingNumber(), partner);
        }
        tags.close("HotelReservationIDs", "ResGlobalInfo", element, list);
    }

    private void number(Tags tags, int type, Object number, String source) {
        tags.empty(
                "HotelReservationID",
                "ResID_Type",
                type,
                "ResID_Value",
                number,
                "ResID_Source",
                source,
                "ResID_Date",
                Envelope.time(transaction.created()));
    }

    private void guest(Tags tags) {
        var guest = content.guest();
        tags.open("ResGuests")
                .open("ResGuest", "ResGuestRPH", 1, "AgeQualifyingCode", 10)
                .open("Profiles")
                .open("ProfileInfo")
                .open("Profile", "ProfileType", 1)
                .open("Customer")
                .open("PersonName")
                .text("GivenName", guest.given())
                .text("MiddleName", guest.middle())
                .text("Surname", guest.surname())
                .close("PersonName");
        if (guest.phone() != null) {
            var phone = Phone.of(guest.phone());
            tags.empty(
                    "Telephone",
                    "CountryAccessCode",
                    phone.country(),
                    "AreaCityCode",
                    phone.area(),
                    "PhoneNumber",
                    phone.number());
        }
        tags.text("Email", guest.email())
                .close("Customer", "Profile", "ProfileInfo", "Profiles", "ResGuest", "ResGuests");
    }

    private void cancelled(Tags tags) {
        if (transaction.bookingNumber() != null) {
            tags.open("UniqueID", "Type", 10, "ID", transaction.bookingNumber())
                    .text("CompanyName", partner)
                    .close("UniqueID");
        }
        tags.open("UniqueID", "Type", 14, "ID", transaction.booking())
                .text("CompanyName", "Expedia")
                .close("UniqueID")
                .open("Verification")
                .open("PersonName")
                .text("GivenName", content.guest().given())
                .text("Surname", content.guest().surname())
                .close("PersonName")
                .empty("Vendor", "Code", 3, "CodeContext", hotel.id())
                .empty(
                        "ReservationTimeSpan",
                        "Start",
                        content.arrival(),
                        "End",
                        content.departure())
                .empty("AssociatedQuantity", "Code", 1, "CodeContext", "Rooms", "Quantity", 1)
                .empty(
                        "AssociatedQuantity",
                        "Code",
                        2,
                        "CodeContext",
                        "Guests",
                        "Quantity",
                        content.persons())
                .close("Verification");
    }
}
