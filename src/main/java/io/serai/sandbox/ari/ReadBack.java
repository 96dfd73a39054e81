package io.serai.sandbox.ari;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.property.Rate;
import io.serai.sandbox.property.Room;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.BxmlAnswer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the channel holds of every active room and rate, day by day; it shows no price. */
final class ReadBack implements Handler {

    private static final int MOST_DAYS = 1000;

    private final Hotels hotels;
    private final Grid grid;
    private final Sold sold;

    ReadBack(Hotels hotels, Grid grid, Sold sold) {
        this.hotels = hotels;
        this.grid = grid;
        this.sold = sold;
    }

    private record Night(long room, long rate, LocalDate date) {}

    private record Held(
            Map<Night, RoomNight> rooms,
            Map<Night, RateNight> rates,
            Map<Night, Sold.SoldNight> sold) {}

    @Override
    public Answer answer(Call call) {
        var root = call.root();
        Xml.expectRoot(root, null, "request");
        var hotel = hotels.find(Text.id("hotel_id", text(root, "hotel_id"))).orElse(null);
        if (hotel == null || !hotel.accounts().contains(call.caller().clientId())) {
            throw new Refusal(403, "NOT_AUTHORISED", "the hotel is not linked to the account");
        }
        var from = Text.date("start_date", text(root, "start_date"));
        var days = text(root, "number_of_days");
        var to = from.plusDays((days == null ? 1 : days(days)) - 1L);
        var roomLevel = "1".equals(text(root, "room_level"));
        var held = held(hotel, from, to);
        var out = new StringBuilder("<roomrateavailability>\n");
        hotel.rooms().values().forEach(room -> room(out, hotel, room, from, to, held, roomLevel));
        out.append("</roomrateavailability>");
        return Answer.xml(200, BxmlAnswer.document(out.toString(), call.ruid()))
                .carrying(new Carried(hotel.id(), 0, 0, 0));
    }

    private Held held(Hotel hotel, LocalDate from, LocalDate to) {
        var ids = hotel.rooms().keySet();
        return new Held(
                by(grid.rooms(ids, from, to), n -> new Night(n.room(), 0, n.night())),
                by(grid.rates(ids, from, to), n -> new Night(n.room(), n.rate(), n.night())),
                by(sold.nights(ids, from, to), n -> new Night(n.room(), 0, n.night())));
    }

    private static <T> Map<Night, T> by(java.util.List<T> all, Function<T, Night> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    private static void room(
            StringBuilder out,
            Hotel hotel,
            Room room,
            LocalDate from,
            LocalDate to,
            Held held,
            boolean roomLevel) {
        out.append("<room id=\"%d\" hotel_id=\"%d\">\n".formatted(room.id(), hotel.id()));
        from.datesUntil(to.plusDays(1))
                .forEach(
                        date -> {
                            var key = new Night(room.id(), 0, date);
                            out.append("<date value=\"").append(date).append("\">");
                            room(out, held.rooms().get(key), held.sold().get(key));
                            if (!roomLevel) {
                                out.append("<rates>");
                                room.rates()
                                        .values()
                                        .forEach(rate -> rate(out, room, rate, date, held));
                                out.append("</rates>");
                            }
                            out.append("</date>\n");
                        });
        out.append("</room>\n");
    }

    private static void room(
            StringBuilder out, @Nullable RoomNight night, Sold.@Nullable SoldNight sold) {
        element(out, "rooms_booked", sold == null ? 0 : sold.booked());
        element(out, "rooms_cancelled", sold == null ? 0 : sold.cancelled());
        element(out, "rooms_left", night == null ? 0 : night.left());
        element(out, "closed", night != null && night.closed() ? 1 : 0);
    }

    private static void rate(StringBuilder out, Room room, Rate rate, LocalDate date, Held held) {
        var night = held.rates().get(new Night(room.id(), rate.id(), date));
        var limits =
                rate.inheritsRestrictions() && rate.parent() != null ? rate.parent() : rate.id();
        var limited = held.rates().get(new Night(room.id(), limits, date));
        out.append("<rate id=\"").append(rate.id()).append("\">");
        element(out, "closed", night != null && night.closed() ? 1 : 0);
        element(out, "minimumstay", limited == null ? 0 : limited.minThrough());
        out.append("</rate>");
    }

    private static void element(StringBuilder out, String name, int value) {
        out.append('<').append(name).append('>').append(value);
        out.append("</").append(name).append('>');
    }

    private static int days(String text) {
        var days = Text.integer("number_of_days", text);
        if (days < 1 || days > MOST_DAYS) {
            throw Text.fault("number_of_days", text, "1 to " + MOST_DAYS);
        }
        return days;
    }

    private static @Nullable String text(Element root, String name) {
        var child = Xml.child(root, name);
        return child == null ? null : child.getTextContent().strip();
    }
}
