package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.booking.Guest;
import io.serai.sandbox.expedia.booking.Phone;
import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Tags;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;

/**
 * Writes one transaction as Booking Retrieval hands it over; a cancellation has no stay and no
 * money.
 */
final class BookingWriter {

    private final Tags tags;
    private final Hotel hotel;
    private final Transaction transaction;
    private final Content content;
    private final boolean cancelled;

    BookingWriter(Tags tags, Hotel hotel, Transaction transaction) {
        this.tags = tags;
        this.hotel = hotel;
        this.transaction = transaction;
        this.content = transaction.content();
        this.cancelled = transaction.type() == Transaction.Type.CANCEL;
    }

    void write() {
        var number = transaction.confirmNumber();
        tags.open(
                "Booking",
                "id",
                transaction.booking(),
                "type",
                transaction.type().word(),
                "createDateTime",
                transaction.created().truncatedTo(ChronoUnit.SECONDS),
                "source",
                content.collect().sourceOf(content.source()),
                "status",
                transaction.state().word(),
                "confirmNumber",
                number == null ? transaction.bookingNumber() : number);
        tags.empty("Hotel", "id", hotel.id());
        roomStay();
        guest(content.guest());
        if (!cancelled) {
            content.requests()
                    .forEach(
                            request ->
                                    tags.text(
                                            "SpecialRequest",
                                            request.text(),
                                            "code",
                                            request.code()));
        }
        tags.close("Booking");
    }

    private void roomStay() {
        tags.open(
                "RoomStay",
                "roomTypeID",
                cancelled ? "0" : content.shownRoom(),
                "ratePlanID",
                cancelled ? "0" : content.collect().idOf(content.shownPlan()));
        tags.empty("StayDate", "arrival", content.arrival(), "departure", content.departure());
        guestCount();
        rates();
        tags.empty(
                "Total",
                "amountAfterTaxes",
                money(content.total()),
                "amountOfTaxes",
                money(content.taxes()),
                "currency",
                hotel.currency());
        if (!cancelled) {
            new PaymentWriter(tags, hotel, content).write();
        }
        tags.close("RoomStay");
    }

    private void guestCount() {
        var ages = content.childAges();
        tags.open(
                "GuestCount",
                "adult",
                content.adults(),
                "child",
                ages.isEmpty() ? null : ages.size());
        ages.forEach(age -> tags.empty("Child", "age", age));
        tags.close("GuestCount");
    }

    private void rates() {
        tags.open("PerDayRates", "currency", hotel.currency());
        var nights = content.nights().toList();
        for (int i = 0; i < nights.size(); i++) {
            var extra = content.extraFees().get(i);
            tags.empty(
                    "PerDayRate",
                    "stayDate",
                    nights.get(i),
                    "baseRate",
                    money(content.nightly().get(i)),
                    "extraPersonFees",
                    cancelled || extra.signum() == 0 ? null : money(extra),
                    "promoName",
                    cancelled ? null : content.promotion());
        }
        tags.close("PerDayRates");
    }

    private void guest(Guest guest) {
        tags.open("PrimaryGuest")
                .empty(
                        "Name",
                        "givenName",
                        guest.given(),
                        "middleName",
                        guest.middle(),
                        "surname",
                        guest.surname());
        if (!cancelled) {
            phone(guest);
            tags.text("Email", guest.email());
        }
        tags.close("PrimaryGuest");
    }

    private void phone(Guest guest) {
        if (guest.phone() != null) {
            var phone = Phone.of(guest.phone());
            tags.empty(
                    "Phone",
                    "countryCode",
                    phone.country(),
                    "cityAreaCode",
                    phone.area(),
                    "number",
                    phone.number());
        }
    }

    private String money(BigDecimal amount) {
        return (cancelled ? BigDecimal.ZERO : amount)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
