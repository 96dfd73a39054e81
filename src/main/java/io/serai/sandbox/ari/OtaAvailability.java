package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Xml;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Counts and restrictions by OTA_HotelAvailNotif. SetMinLOS and SetMaxLOS are stay-through. */
final class OtaAvailability extends OtaMessages {

    OtaAvailability() {
        super("OTA_HotelAvailNotifRQ", "AvailStatusMessages", "AvailStatusMessage");
    }

    @Override
    Ask ask(Element message) {
        var values = new EnumMap<Field, Integer>(Field.class);
        var limit = Xml.attribute(message, "BookingLimit");
        if (limit != null) {
            values.put(Field.ROOMS_LEFT, Text.integer("BookingLimit", limit));
        }
        inSchemaOrder(message);
        for (var lengths : Xml.children(message, "LengthsOfStay")) {
            Xml.children(lengths, "LengthOfStay").forEach(each -> lengthOfStay(each, values));
        }
        for (var restriction : Xml.children(message, "RestrictionStatus")) {
            restriction(restriction, values);
        }
        return new Ask.OfNights(values, List.of());
    }

    private static void inSchemaOrder(Element message) {
        var order = List.of("StatusApplicationControl", "LengthsOfStay", "RestrictionStatus");
        var last = 0;
        for (var child : Xml.children(message)) {
            var place = order.indexOf(child.getLocalName());
            if (place >= 0 && place < last) {
                throw Text.fault(
                        child.getLocalName(), "after " + order.get(last), "the schema's order");
            }
            last = Math.max(last, place);
        }
    }

    private static void lengthOfStay(Element length, Map<Field, Integer> values) {
        var kind = Text.required(length, "MinMaxMessageType");
        var field =
                switch (kind) {
                    case "SetMinLOS" -> Field.MIN_THROUGH;
                    case "SetMaxLOS" -> Field.MAX_THROUGH;
                    default ->
                            throw new NotTaken(
                                    "LENGTH_OF_STAY_TYPE_INVALID",
                                    "MinMaxMessageType is '"
                                            + kind
                                            + "' (expected: SetMinLOS or SetMaxLOS)");
                };
        values.putIfAbsent(field, Text.integer("Time", Xml.attribute(length, "Time")));
    }

    private static void restriction(Element restriction, Map<Field, Integer> values) {
        var status = Xml.attribute(restriction, "Status");
        if (status != null) {
            values.putIfAbsent(switched(restriction), closed(status));
        }
        advance(restriction, "MinAdvancedBookingOffset", Field.MIN_ADVANCE, values);
        advance(restriction, "MaxAdvancedBookingOffset", Field.MAX_ADVANCE, values);
    }

    private static Field switched(Element restriction) {
        var which = Xml.attribute(restriction, "Restriction");
        return switch (which == null ? "Master" : which) {
            case "Master" -> Field.CLOSED;
            case "Arrival" -> Field.CTA;
            case "Departure" -> Field.CTD;
            default -> throw Text.fault("Restriction", which, "Master, Arrival or Departure");
        };
    }

    private static int closed(@Nullable String status) {
        return switch (String.valueOf(status)) {
            case "Open" -> 0;
            case "Close" -> 1;
            default -> throw Text.fault("Status", status, "Open or Close");
        };
    }

    private static void advance(
            Element restriction, String attribute, Field field, Map<Field, Integer> values) {
        var text = Xml.attribute(restriction, attribute);
        if (text == null) {
            return;
        }
        try {
            values.putIfAbsent(field, (int) Duration.parse(text).toHours());
        } catch (DateTimeParseException e) {
            throw Text.fault(attribute, text, "an ISO duration");
        }
    }
}
