package io.serai.sandbox.booking;

import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.OtaAnswer;
import io.serai.sandbox.wire.Problem;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What a partner's RS document settles.
 *
 * @param rejects it holds Errors instead of Success
 */
record Acknowledgement(Feed feed, boolean rejects, List<Long> ids) {

    private static final String VERSION = "2.001";

    static Acknowledgement read(Call call, Feed feed) {
        var root = call.root();
        Xml.expectRoot(root, Xml.OTA, feed.endpoint + "RS");
        var errors = Xml.child(root, "Errors");
        if (errors == null && Xml.child(root, "Success") == null) {
            throw new Refusal(400, "SCHEMA_FAULT", "neither Success nor Errors");
        }
        var ids = new ArrayList<Long>();
        var found = root.getElementsByTagNameNS(Xml.OTA, "HotelReservationID");
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element id && id.hasAttribute("ResID_Value")) {
                ids.add(id(id.getAttribute("ResID_Value")));
            }
        }
        if (errors != null) {
            Xml.children(errors, "Error").stream()
                    .filter(error -> error.hasAttribute("RecordID"))
                    .forEach(error -> ids.add(id(error.getAttribute("RecordID"))));
        }
        if (ids.isEmpty()) {
            throw new Refusal(400, "SCHEMA_FAULT", "no HotelReservationID with a ResID_Value");
        }
        return new Acknowledgement(feed, errors != null, ids.stream().distinct().toList());
    }

    /** Errors name what could not be settled; 400 when nothing could. */
    Answer answer(Call call, Collection<Long> settled) {
        var unknown =
                ids.stream()
                        .filter(id -> !settled.contains(id))
                        .map(
                                id ->
                                        new Problem(
                                                "RESERVATION_NOT_FOUND",
                                                id + " was never handed over by this queue",
                                                id.toString()))
                        .toList();
        var answer = new OtaAnswer(feed.endpoint + "RS", VERSION);
        if (unknown.isEmpty()) {
            answer.success();
        }
        return Answer.xml(
                        unknown.size() == ids.size() ? 400 : 200,
                        answer.errors(unknown, true).end(call.ruid()))
                .carrying(new Carried(null, ids.size(), 0, 0));
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(
                    400, "SCHEMA_FAULT", "reservation id is '" + text + "' (expected: a number)");
        }
    }
}
