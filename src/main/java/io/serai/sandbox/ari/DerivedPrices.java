package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import org.w3c.dom.Element;

/** Offsets by number of persons, in a form of our own: request, room, rate, offset. */
final class DerivedPrices implements Reader {

    @Override
    public Reading read(Call call) {
        var document = call.root();
        Xml.expectRoot(document, null, "request");
        var rooms = Xml.children(document, "room");
        if (rooms.isEmpty()) {
            throw new Refusal(400, "ROOM_ELEMENT_REQUIRED", "the request has no room");
        }
        var reading = new Reading();
        for (var room : rooms) {
            var id = Text.id("room id", Xml.attribute(room, "id"));
            for (var rate : Xml.children(room, "rate")) {
                var rateId = Text.id("rate id", Xml.attribute(rate, "id"));
                Xml.children(rate, "offset")
                        .forEach(offset -> reading.updates().add(update(id, rateId, offset)));
            }
        }
        return reading;
    }

    private static Update update(long room, long rate, Element offset) {
        var from = Xml.attribute(offset, "from");
        var to = Xml.attribute(offset, "to");
        return new Update(
                null,
                room,
                rate,
                from == null ? Update.EVER_SINCE : Text.date("from", from),
                to == null ? Update.FOR_EVER : Text.date("to", to),
                new Ask.OfOffset(
                        Text.integer("persons", Xml.attribute(offset, "persons")),
                        Text.decimal("value", Xml.attribute(offset, "value"))));
    }
}
