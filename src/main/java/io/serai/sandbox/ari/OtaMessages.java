package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Problem;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.List;
import org.w3c.dom.Element;

/** What the two OTA change messages have in common: a list of messages, each with its control. */
abstract class OtaMessages implements Reader {

    private final String root;
    private final String list;
    private final String message;

    OtaMessages(String root, String list, String message) {
        this.root = root;
        this.list = list;
        this.message = message;
    }

    abstract Ask ask(Element message);

    @Override
    public Reading read(Call call) {
        var document = call.root();
        Xml.expectRoot(document, Xml.OTA, root);
        var messages = messages(document);
        if (messages.isEmpty()) {
            throw new Refusal(400, "ROOM_ELEMENT_REQUIRED", "the request has no " + message);
        }
        var reading = new Reading();
        messages.forEach(each -> read(each, reading));
        return reading;
    }

    private List<Element> messages(Element document) {
        var holder = Xml.child(document, list);
        return holder == null ? List.of() : Xml.children(holder, message);
    }

    private void read(Element each, Reading reading) {
        var record = Xml.attribute(each, "LocatorID");
        var control = Xml.child(each, "StatusApplicationControl");
        if (control == null) {
            throw Text.fault("StatusApplicationControl", "absent", "one in each " + message);
        }
        var room = Xml.attribute(control, "InvTypeCode");
        var rate = Xml.attribute(control, "RatePlanCode");
        if (room == null || room.isEmpty()) {
            reading.problems().add(new Problem("ROOM_ID_MISSING", "InvTypeCode is absent", record));
            return;
        }
        try {
            reading.updates()
                    .add(
                            new Update(
                                    record,
                                    Text.id("InvTypeCode", room),
                                    rate == null ? null : Text.id("RatePlanCode", rate),
                                    Text.date("Start", Xml.attribute(control, "Start")),
                                    Text.date("End", Xml.attribute(control, "End")),
                                    ask(each)));
        } catch (NotTaken e) {
            reading.problems().add(new Problem(e.code(), e.words(), record));
        }
    }
}
