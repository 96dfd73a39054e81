package io.serai.sandbox.booking;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.Tags;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes what one reservation says as a whole: remarks, guarantee, total, numbers, booker. */
final class GlobalInfo {

    private final Hotel hotel;
    private final Booking booking;

    GlobalInfo(Hotel hotel, Booking booking) {
        this.hotel = hotel;
        this.booking = booking;
    }

    void write(Tags tags) {
        tags.open("ResGlobalInfo");
        if (booking.remarks() != null) {
            tags.open("Comments")
                    .open("Comment", "ParagraphNumber", 1)
                    .text("Text", booking.remarks())
                    .close("Comment", "Comments");
        }
        if (booking.card() != null) {
            guarantee(tags, booking.card());
        }
        var total = booking.cancelled() ? 0 : booking.total();
        tags.empty("Total", Money.afterTax(total, hotel))
                .open("HotelReservationIDs")
                .empty("HotelReservationID", "ResID_Value", booking.id(), "ResID_Date", created())
                .close("HotelReservationIDs");
        booker(tags);
        tags.open("TotalCommissions")
                .empty("CommissionPayableAmount", Money.commission(total, hotel))
                .close("TotalCommissions", "ResGlobalInfo");
    }

    private String created() {
        return LocalDateTime.ofInstant(booking.created(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
    }

    private void guarantee(Tags tags, Card card) {
        var virtual = card.effective() != null;
        tags.open("Guarantee")
                .open("GuaranteesAccepted")
                .open("GuaranteeAccepted")
                .open(
                        "PaymentCard",
                        "CardCode",
                        card.code(),
                        "CardNumber",
                        card.number(),
                        "SeriesCode",
                        card.series(),
                        "ExpireDate",
                        card.expires(),
                        "EffectiveDate",
                        card.effective(),
                        "CurrentBalance",
                        virtual ? booking.total() : null,
                        "DecimalPlaces",
                        virtual ? hotel.decimals() : null,
                        "CurrencyCode",
                        virtual ? hotel.currency() : null,
                        "VCCExpirationDate",
                        card.vccExpires())
                .text("CardHolderName", card.holder())
                .close("PaymentCard", "GuaranteeAccepted", "GuaranteesAccepted", "Guarantee");
    }

    private void booker(Tags tags) {
        var country = told("country");
        tags.open("Profiles")
                .open("ProfileInfo")
                .open("Profile")
                .open("Customer")
                .open("PersonName")
                .text("GivenName", told("firstName"))
                .text("Surname", booking.booker().getOrDefault("lastName", "Guest"))
                .close("PersonName");
        if (told("phone") != null) {
            tags.empty("Telephone", "PhoneNumber", told("phone"));
        }
        tags.text("Email", "guest." + booking.id() + "@guest.example.invalid");
        tags.open("Address")
                .text("AddressLine", told("address"))
                .text("CityName", told("city"))
                .text("PostalCode", told("zip"));
        if (country != null) {
            tags.empty("CountryName", "Code", country);
        }
        tags.text("CompanyName", told("company"))
                .close("Address", "Customer", "Profile", "ProfileInfo", "Profiles");
    }

    private @Nullable String told(String what) {
        return booking.booker().get(what);
    }
}
