package io.serai.sandbox.booking;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.BxmlAnswer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Tags;
import io.serai.sandbox.wire.Xml;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The summary of one hotel's reservations with a checkout in the future, as they stand. */
final class SummaryFace implements Handler {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Hotels hotels;
    private final BookingReader reader;
    private final Clock clock;

    SummaryFace(Hotels hotels, BookingReader reader, Clock clock) {
        this.hotels = hotels;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        var root = call.root();
        Xml.expectRoot(root, null, "request");
        var asked = Xml.children(root, "hotel_id");
        if (asked.size() != 1) {
            throw new Refusal(
                    400, "SCHEMA_FAULT", asked.size() + " hotel_id (expected: exactly one)");
        }
        var hotel = hotel(call, asked.get(0).getTextContent().strip());
        var tags = new Tags().open("reservations");
        var bookings =
                reader.find(
                        "where b.hotel_id = ? and exists (select from booking_room r where r.booking_id = b.booking_id and r.departure > ?) order by b.booking_id",
                        hotel.id(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        bookings.forEach(booking -> write(tags, hotel, booking));
        tags.close("reservations");
        return Answer.xml(200, BxmlAnswer.document(tags.toString(), call.ruid()))
                .carrying(new Carried(hotel.id(), bookings.size(), 0, 0));
    }

    private Hotel hotel(Call call, String id) {
        return hotels.linkedTo(call.caller().clientId()).stream()
                .filter(hotel -> String.valueOf(hotel.id()).equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(403, "NOT_AUTHORISED", "hotel " + id + " is not linked"));
    }

    private static void write(Tags tags, Hotel hotel, Booking booking) {
        var created = booking.created().atOffset(ZoneOffset.UTC);
        tags.open("reservation")
                .text("id", String.valueOf(booking.id()))
                .text("hotel_id", String.valueOf(hotel.id()))
                .text("hotel_name", hotel.name())
                .text(
                        "status",
                        booking.cancelled()
                                ? "cancelled"
                                : booking.revision() > 1 ? "modified" : "new")
                .text("date", created.toLocalDate().toString())
                .text("time", created.format(TIME))
                .text("currencycode", hotel.currency().getCurrencyCode())
                .text("totalprice", money(booking.cancelled() ? 0 : booking.total(), hotel))
                .open("customer")
                .text("first_name", booking.booker().get("firstName"))
                .text("last_name", booking.booker().getOrDefault("lastName", "Guest"))
                .close("customer");
        var stays = booking.cancelled() ? List.<Stay>of() : booking.stays();
        stays.forEach(stay -> room(tags, hotel, stay));
        tags.close("reservation");
    }

    private static void room(Tags tags, Hotel hotel, Stay stay) {
        tags.open("room")
                .text("id", stay.shownRoom())
                .text("roomreservation_id", String.valueOf(stay.index()))
                .text("guest_name", stay.guest())
                .text("numberofguests", String.valueOf(stay.adults() + stay.children()))
                .text("arrival_date", stay.arrival().toString())
                .text("departure_date", stay.departure().toString());
        var nights = stay.nights().toList();
        for (int i = 0; i < nights.size(); i++) {
            tags.text(
                    "price",
                    money(stay.nightly().get(i), hotel),
                    "date",
                    nights.get(i),
                    "rate_id",
                    stay.shownRate());
        }
        tags.text("totalprice", money(stay.total(), hotel)).close("room");
    }

    private static String money(long minor, Hotel hotel) {
        return BigDecimal.valueOf(minor, hotel.decimals()).toPlainString();
    }
}
