package io.serai.sandbox.expedia.notification;

import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a hotel's system answered to a notification. */
sealed interface Reply {

    /** The hotel has it, under a number of its own if it told one. */
    record Taken(@Nullable String number) implements Reply {}

    /** The hotel will not have it. */
    record Refused(String code) implements Reply {}

    /** Anything else; it is to be sent again. */
    record Invalid() implements Reply {}

    /** Reads an answer; what does not fit the question is invalid. */
    static Reply read(Transaction asked, int status, byte[] body) {
        if (status != 200) {
            return new Invalid();
        }
        try {
            return read(asked, Xml.parse(body));
        } catch (Refusal notXml) {
            return new Invalid();
        }
    }

    private static Reply read(Transaction asked, Element envelope) {
        var kind = Kind.of(asked.type());
        var id = String.valueOf(asked.id());
        var header = first(envelope, "PayloadInfo");
        var answer = first(envelope, kind.answer());
        if (header == null
                || answer == null
                || !id.equals(header.getAttribute("RequestId"))
                || !id.equals(answer.getAttribute("EchoToken"))) {
            return new Invalid();
        }
        var error = first(answer, "Error");
        if (error != null && "Ignored".equals(answer.getAttribute(kind.attribute()))) {
            return new Refused(error.getAttribute("ShortText"));
        }
        var taken = kind.taken().equals(answer.getAttribute(kind.attribute()));
        return taken && first(answer, "Success") != null
                ? new Taken(number(answer, kind))
                : new Invalid();
    }

    private static @Nullable String number(Element answer, Kind kind) {
        var cancelled = kind == Kind.CANCELLED;
        var within = cancelled ? first(answer, "CancelInfoRS") : answer;
        return within == null
                ? null
                : all(within, cancelled ? "UniqueID" : "HotelReservationID")
                        .filter(
                                e ->
                                        e.getAttribute(cancelled ? "Type" : "ResID_Type")
                                                .equals(cancelled ? "10" : "3"))
                        .map(e -> e.getAttribute(cancelled ? "ID" : "ResID_Value"))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Element first(Element within, String name) {
        return all(within, name).findFirst().orElse(null);
    }

    private static Stream<Element> all(Element within, String name) {
        var found = within.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .map(Objects::requireNonNull);
    }
}
