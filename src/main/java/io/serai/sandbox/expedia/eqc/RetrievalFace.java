package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.booking.Bookings;
import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.expedia.booking.Transactions;
import io.serai.sandbox.expedia.property.Delivery;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Tags;
import io.serai.sandbox.wire.Xml;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;

/** Hands over what guests did, of each booking one transaction at a time, newest first. */
final class RetrievalFace implements Handler {

    private final Eqc eqc;
    private final Hotels hotels;
    private final Bookings bookings;
    private final Transactions transactions;
    private final Retrieval retrieval;
    private final TransactionTemplate transaction;

    RetrievalFace(
            Eqc eqc,
            Hotels hotels,
            Bookings bookings,
            Transactions transactions,
            Retrieval retrieval,
            TransactionTemplate transaction) {
        this.eqc = eqc;
        this.hotels = hotels;
        this.bookings = bookings;
        this.transactions = transactions;
        this.retrieval = retrieval;
        this.transaction = transaction;
    }

    @Override
    public Answer answer(Call call) {
        var request = eqc.open(call, Message.RETRIEVAL);
        var named = Xml.child(request.root(), "Hotel") != null;
        var asked = named ? List.of(eqc.hotel(request)) : all(request);
        if (named) {
            eqc.connect(call, String.valueOf(asked.get(0).id()), Message.RETRIEVAL);
        }
        var found = Objects.requireNonNull(transaction.execute(status -> handOver(request, asked)));
        var tags = new Tags();
        found.forEach(
                t -> new BookingWriter(tags, hotels.find(t.hotel()).orElseThrow(), t).write());
        return Eqc.answer(
                        200,
                        Message.RETRIEVAL.around("<Bookings>" + tags + "</Bookings>"),
                        call.ruid())
                .carrying(new Carried(named ? asked.get(0).id() : null, found.size(), 0, 0))
                .by(request.account().name());
    }

    private List<Hotel> all(Eqc.Request request) {
        if (request.account().hotelRequired()) {
            throw Eqc.refused(3207, "A hotel id is mandatory for this request");
        }
        var linked = hotels.linkedTo(request.account());
        if (linked.isEmpty()) {
            throw Eqc.refused(3206, "The account has no hotels");
        }
        return linked;
    }

    private List<Transaction> handOver(Eqc.Request request, List<Hotel> asked) {
        transactions.expire();
        var set = Xml.child(request.root(), "ParamSet");
        var booking = set == null ? null : Xml.child(set, "Booking");
        var found =
                booking != null
                        ? List.of(one(booking.getAttribute("id").strip(), asked))
                        : request.account().delivery() == Delivery.RETRIEVAL
                                ? retrieval.find(
                                        asked.stream().map(Hotel::id).toList(), filter(set))
                                : List.<Transaction>of();
        transactions.retrieved(
                found.stream()
                        .filter(t -> t.state() == Transaction.State.PENDING)
                        .map(Transaction::id)
                        .toList());
        return found;
    }

    private static Retrieval.Filter filter(@org.jspecify.annotations.Nullable Element set) {
        if (set == null) {
            return Retrieval.Filter.PENDING;
        }
        var days = Xml.child(set, "NbDaysInPast");
        return new Retrieval.Filter(
                Xml.children(set, "Status").stream().map(s -> s.getAttribute("value")).toList(),
                days == null ? null : Integer.valueOf(days.getTextContent().strip()));
    }

    private Transaction one(String id, List<Hotel> asked) {
        var number = id.length() > 18 ? -1 : Long.parseLong(id);
        var known =
                bookings.find(number)
                        .filter(booking -> !booking.lost())
                        .orElseThrow(
                                () ->
                                        Eqc.refused(
                                                3080, "Booking " + id + " is unknown or too old"));
        if (asked.stream().noneMatch(hotel -> hotel.id() == known.hotel())) {
            throw Eqc.refused(3081, "Booking " + id + " belongs to another hotel");
        }
        return retrieval
                .latest(number)
                .orElseThrow(() -> Eqc.refused(3080, "Booking " + id + " is too old"));
    }
}
