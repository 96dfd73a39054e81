package io.serai.sandbox.content;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.OtaAnswer;
import io.serai.sandbox.wire.Problem;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The faces of OTA's content messages: one hotel a message, all of it taken or nothing. */
final class OtaFaces {

    private static final String VERSION = "3.000";

    private final Hotels hotels;
    private final Made made;

    OtaFaces(Hotels hotels, Made made) {
        this.hotels = hotels;
        this.made = made;
    }

    /** What a message does to a hotel. */
    @FunctionalInterface
    interface Act {
        void act(Hotel hotel, Element list, OtaAnswer answer);
    }

    /**
     * A face whose message holds one list for one hotel.
     *
     * @param name of the message, without RQ and RS
     * @param list the element that names the hotel
     */
    Face of(String name, String list, Act act) {
        return new Face(
                "POST",
                "/hotels/ota/" + name,
                Demands.CHANGE,
                Dialect.ota(name + "RS", VERSION),
                call -> answer(call, name, list, act));
    }

    private Answer answer(Call call, String name, String list, Act act) {
        var root = call.root();
        Xml.expectRoot(root, Xml.OTA, name + "RQ");
        var told = Xml.child(root, list);
        if (told == null) {
            throw refused("321", list + " is absent");
        }
        var hotel = hotel(call, Xml.attribute(told, "HotelCode"));
        var target = Xml.attribute(root, "Target");
        if (!made.fits(hotel.id(), target == null ? "Test" : target)) {
            throw refused("394", "Target " + target + " does not fit the property");
        }
        var answer = new OtaAnswer(name + "RS", VERSION);
        try {
            act.act(hotel, told, answer);
        } catch (Wrong wrong) {
            return Answer.xml(
                            wrong.status(),
                            new OtaAnswer(name + "RS", VERSION)
                                    .errors(problems(wrong), true)
                                    .end(call.ruid()))
                    .carrying(new Carried(hotel.id(), 1, 0, 0));
        }
        return Answer.xml(200, answer.success().end(call.ruid()))
                .carrying(new Carried(hotel.id(), 1, 0, 0));
    }

    static Refusal refused(String code, String words) {
        return new Refusal(400, code, words);
    }

    /** An attribute that must be there. */
    static String needed(Element element, String name) {
        var value = Xml.attribute(element, name);
        if (value == null || value.isEmpty()) {
            throw refused("321", element.getLocalName() + "/@" + name + " is absent");
        }
        return value;
    }

    static Element needed(@Nullable Element element, Element parent, String name) {
        if (element == null) {
            throw refused("321", parent.getLocalName() + "/" + name + " is absent");
        }
        return element;
    }

    static long number(Element element, String name) {
        var value = needed(element, name);
        if (!value.matches("[0-9]{1,18}")) {
            throw refused("394", element.getLocalName() + "/@" + name + " is '" + value + "'");
        }
        return Long.parseLong(value);
    }

    private Hotel hotel(Call call, @Nullable String code) {
        if (code == null || !code.matches("[0-9]{1,18}")) {
            throw refused("321", "HotelCode is '" + code + "' (expected: a number)");
        }
        return hotels.find(Long.parseLong(code))
                .filter(hotel -> hotel.accounts().contains(call.caller().clientId()))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        403,
                                        Problem.NOT_AUTHORISED,
                                        "hotel " + code + " is not linked"));
    }

    private static List<Problem> problems(Wrong wrong) {
        return wrong.faults().stream()
                .map(
                        fault ->
                                new Problem(
                                        Integer.toString(fault.code()),
                                        fault.field() + ": " + fault.words(),
                                        null))
                .toList();
    }
}
