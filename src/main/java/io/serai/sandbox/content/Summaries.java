package io.serai.sandbox.content;

import static io.serai.sandbox.content.OtaFaces.needed;
import static io.serai.sandbox.content.OtaFaces.refused;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.OtaAnswer;
import io.serai.sandbox.wire.Xml;
import org.w3c.dom.Element;

/** OTA_HotelSummaryNotif: the older way to check, open and close a property. */
final class Summaries {

    private final Statuses statuses;

    Summaries(Statuses statuses) {
        this.statuses = statuses;
    }

    void act(Hotel hotel, Element list, OtaAnswer answer) {
        var message = needed(Xml.child(list, "HotelSummaryMessage"), list, "HotelSummaryMessage");
        var wanted = needed(message, "StatusType");
        switch (wanted) {
            case "Check", "Open" -> statuses.act(hotel, wanted);
            case "Closed" -> statuses.act(hotel, "Close");
            default ->
                    throw refused(
                            "394",
                            "StatusType is '" + wanted + "' (expected: Check, Open or Closed)");
        }
    }
}
