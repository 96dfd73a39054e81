package io.serai.sandbox.property;

import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.BxmlAnswer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.List;

/** The active room types and rates, for mapping: of the hotel asked for, or of all linked ones. */
final class ProductsFace implements Handler {

    private final Hotels hotels;

    ProductsFace(Hotels hotels) {
        this.hotels = hotels;
    }

    @Override
    public Answer answer(Call call) {
        var root = call.root();
        Xml.expectRoot(root, null, "request");
        var asked = Xml.child(root, "hotel_id");
        var linked = hotels.linkedTo(call.caller().clientId());
        var shown = asked == null ? linked : only(linked, asked.getTextContent().strip());
        var out = new StringBuilder("<rooms>\n");
        shown.forEach(hotel -> hotel.rooms().values().forEach(room -> room(out, hotel, room)));
        return Answer.xml(200, BxmlAnswer.document(out.append("</rooms>").toString(), call.ruid()));
    }

    private static List<Hotel> only(List<Hotel> linked, String id) {
        var found = linked.stream().filter(h -> String.valueOf(h.id()).equals(id)).toList();
        if (found.isEmpty()) {
            throw new Refusal(403, "NOT_AUTHORISED", "hotel " + id + " is not linked");
        }
        return found;
    }

    private static void room(StringBuilder out, Hotel hotel, Room room) {
        out.append(
                "<room id=\"%d\" hotel_id=\"%d\" hotel_name=\"%s\" max_children=\"0\" room_name=\"%s\">\n<rates>\n"
                        .formatted(
                                room.id(),
                                hotel.id(),
                                Xml.escape(hotel.name()),
                                Xml.escape(room.name())));
        room.rates().values().forEach(rate -> rate(out, rate));
        out.append("</rates>\n</room>\n");
    }

    private static void rate(StringBuilder out, Rate rate) {
        out.append("<rate id=\"").append(rate.id()).append('"');
        out.append(rate.child() ? " is_child_rate=\"1\"" : "");
        out.append(" max_persons=\"").append(rate.maxPersons());
        out.append("\" policy=\"General\" policy_id=\"300001\" rate_name=\"");
        out.append(Xml.escape(rate.name())).append('"');
        out.append(rate.readonly() ? " readonly=\"1\"" : "").append("/>\n");
    }
}
