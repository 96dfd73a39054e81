package io.serai.console.bookings;

import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetail.Room;
import io.serai.reservation.direct.BookingRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the page says to acts on a booking of the hotel's own, and what its form begins with. */
final class DirectWords {

    private DirectWords() {}

    static String done(String act) {
        return switch (act) {
            case "change" -> "Changed; the channels are told what is left.";
            case "cancel" -> "Cancelled; its rooms are on sale again.";
            case "no-show" -> "Noted; nights from today on are on sale again.";
            default -> "Noted as confirmed.";
        };
    }

    static String refused(BookingRefused refused) {
        return switch (refused.why()) {
            case NOT_SOLD -> "Not to be had: " + refused.getMessage();
            case CHANGED ->
                    "Somebody changed it meanwhile, so nothing was done. Look at it as it is now, and save again.";
            case NOT_NOW -> "Not in this state: " + refused.getMessage();
            case BUSY -> "Too many book at this moment. Try again.";
            default -> "Not done: " + refused.getMessage();
        };
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
