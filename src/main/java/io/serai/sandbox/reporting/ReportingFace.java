package io.serai.sandbox.reporting;

import io.serai.sandbox.booking.HotelActs;
import io.serai.sandbox.booking.HotelActs.Reported;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.BxmlAnswer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;

/** One report about one booking; whatever is wrong with it, nothing of it is done. */
final class ReportingFace implements Handler {

    private final Hotels hotels;
    private final Reports reports;
    private final HotelActs acts;
    private final TransactionTemplate transaction;

    ReportingFace(Hotels hotels, Reports reports, HotelActs acts, TransactionTemplate transaction) {
        this.hotels = hotels;
        this.reports = reports;
        this.acts = acts;
        this.transaction = transaction;
    }

    @Override
    public Answer answer(Call call) {
        var root = call.root();
        Xml.expectRoot(root, null, "request");
        var said = only(root);
        transaction.executeWithoutResult(
                status -> {
                    var booking = booking(root);
                    reports.take(booking, hotelOf(booking, call), said);
                });
        return Answer.xml(200, BxmlAnswer.settled(true, List.of(), List.of(), call.ruid()));
    }

    private static Element only(Element root) {
        var said =
                Xml.children(root).stream()
                        .filter(each -> !"reservation_id".equals(each.getLocalName()))
                        .toList();
        if (said.size() != 1) {
            throw new Refusal(
                    400,
                    "SCHEMA_FAULT",
                    said.size() + " things are said (expected: one report or stay_change)");
        }
        return said.get(0);
    }

    private Reported booking(Element root) {
        var id = Xml.child(root, "reservation_id");
        var text = id == null ? "" : id.getTextContent().strip();
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal(
                    400, "SCHEMA_FAULT", "reservation_id is '" + text + "' (expected: a number)");
        }
        return acts.lock(Long.parseLong(text))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        "RESERVATION_NOT_FOUND",
                                        "reservation " + text + " does not exist"));
    }

    private Hotel hotelOf(Reported booking, Call call) {
        return hotels.linkedTo(call.caller().clientId()).stream()
                .filter(hotel -> hotel.id() == booking.hotel())
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        403,
                                        "NOT_AUTHORISED",
                                        "reservation "
                                                + booking.id()
                                                + " is of a hotel that is not linked"));
    }
}
