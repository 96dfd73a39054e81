package io.serai.console.bookings;

import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.console.Refusal;
import io.serai.hotel.Money;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetail.Room;
import io.serai.reservation.direct.BookingRefused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the page says to acts on a booking of the hotel's own, and what its form begins with. */
final class DirectWords {

    private static final Pattern AMOUNT = Pattern.compile("'([0-9]+(?:[.][0-9]+)?)'");

    private DirectWords() {}

    static String done(String act) {
        return switch (act) {
            case "change" -> "Changed; the channels are told what is left.";
            case "cancel" -> "Cancelled; its rooms are on sale again.";
            case "no-show" -> "Noted; nights from today on are on sale again.";
            default -> "Noted as confirmed.";
        };
    }

    static String refused(BookingRefused refused, HotelNames names, Hotel hotel) {
        return switch (refused.why()) {
            case NOT_SOLD -> "Not to be had. " + new UnsoldWords(names).of(refused.offers()) + ".";
            case OTHER_PRICE -> otherPrice(String.valueOf(refused.getMessage()), hotel);
            case CHANGED ->
                    "Somebody changed it meanwhile, so nothing was done. Look at it as it is now, and save again.";
            case NOT_NOW -> notNow(Refusal.of(refused.getMessage()));
            case BUSY -> "Too many book at this moment. Try again.";
            default -> "Not done. " + Refusal.of(refused.getMessage()).words() + ".";
        };
    }

    private static String otherPrice(String told, Hotel hotel) {
        List<String> amounts =
                AMOUNT.matcher(told)
                        .results()
                        .map(it -> Money.of(new BigDecimal(it.group(1)), hotel.currency()))
                        .toList();
        return amounts.size() < 2
                ? Refusal.of(told).words()
                : "It costs "
                        + amounts.get(1)
                        + " by now, not "
                        + amounts.get(0)
                        + ". Nothing was done: look at the new price, and send it again.";
    }

    private static String notNow(Refusal refusal) {
        return refusal.field().equals("arrival")
                ? "The guest does not arrive before that day: a no-show is noted from the day of arrival on."
                : "It is over or cancelled, so that nothing of it can be changed.";
    }

    /** How it stands, by the names of the form's fields. */
    static Map<String, String> fields(BookingDetail booking) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("arrival", Objects.toString(booking.arrival(), ""));
        fields.put("departure", Objects.toString(booking.departure(), ""));
        Booker booker = booking.booker();
        fields.put("given", text(booker == null ? null : booker.given()));
        fields.put("surname", text(booker == null ? null : booker.surname()));
        fields.put("email", text(booker == null ? null : booker.email()));
        fields.put("phone", text(booker == null ? null : booker.phone()));
        fields.put("remarks", String.join("\n", booking.remarks()));
        for (Room room : booking.rooms()) {
            String of = "-" + room.index();
            String plan = room.nights().isEmpty() ? null : room.nights().get(0).ratePlan();
            fields.put("sold" + of, text(room.roomType()) + "~" + text(plan));
            fields.put("adults" + of, Integer.toString(room.adults()));
            fields.put("children" + of, Integer.toString(room.children()));
            fields.put("guest" + of, text(room.guest()));
        }
        return fields;
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}
