package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Problem;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.Map;
import org.w3c.dom.Element;

/** Counts, prices and restrictions together, by B.XML availability. */
final class BxmlAvailability implements Reader {

    private static final Map<String, Field> NUMBERS =
            Map.of(
                    "roomstosell", Field.ROOMS_LEFT,
                    "closed", Field.CLOSED,
                    "minimumstay", Field.MIN_THROUGH,
                    "maximumstay", Field.MAX_THROUGH,
                    "minimumstay_arrival", Field.MIN_ARRIVAL,
                    "maximumstay_arrival", Field.MAX_ARRIVAL,
                    "exactstay_arrival", Field.EXACT_ARRIVAL,
                    "closedonarrival", Field.CTA,
                    "closedondeparture", Field.CTD);
    private static final Map<String, Field> ADVANCES =
            Map.of("min_advance_res", Field.MIN_ADVANCE, "max_advance_res", Field.MAX_ADVANCE);

    @Override
    public Reading read(Call call) {
        var document = call.root();
        Xml.expectRoot(document, null, "request");
        var rooms = Xml.children(document, "room");
        if (rooms.isEmpty()) {
            throw new Refusal(400, "ROOM_ELEMENT_REQUIRED", "the request has no room");
        }
        var reading = new Reading();
        rooms.forEach(room -> room(room, reading));
        return reading;
    }

    private static void room(Element room, Reading reading) {
        var id = Xml.attribute(room, "id");
        if (id == null || id.isEmpty()) {
            reading.problems().add(new Problem("ROOM_ID_MISSING", "room has no id", null));
            return;
        }
        for (var date : Xml.children(room, "date")) {
            date(Text.id("room id", id), date, reading);
        }
    }

    private static void date(long room, Element date, Reading reading) {
        var value = Xml.attribute(date, "value");
        var from = Text.date("date", value == null ? Xml.attribute(date, "from") : value);
        var to = Text.date("date", value == null ? Xml.attribute(date, "to") : value);
        var section = new BxmlSection(room, null, from, to);
        for (var element : Xml.children(date)) {
            if ("rate".equals(element.getLocalName())) {
                section.close(reading);
                var rate = Text.id("rate id", Xml.attribute(element, "id"));
                section = new BxmlSection(room, rate, from, to);
            } else {
                take(section, element.getLocalName(), element.getTextContent().strip());
            }
        }
        section.close(reading);
    }

    private static void take(BxmlSection section, String name, String text) {
        if (NUMBERS.containsKey(name)) {
            section.values.putIfAbsent(NUMBERS.get(name), Text.integer(name, text));
        } else if (ADVANCES.containsKey(name)) {
            section.values.putIfAbsent(ADVANCES.get(name), Text.advance(name, text));
        } else if (name.equals("price")) {
            section.price(null, Text.decimal(name, text));
        } else if (name.equals("price1")) {
            section.price(1, Text.decimal(name, text));
        } else if (name.equals("currencycode")) {
            section.currency = text;
        } else {
            throw Text.fault("element", name, "one that availability knows");
        }
    }
}
