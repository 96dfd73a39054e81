package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.night.Nights;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Tags;
import io.serai.sandbox.wire.Xml;
import java.time.Clock;
import java.time.LocalDate;
import org.w3c.dom.Element;

/**
 * Shows what is held of a hotel: its products, or its nights. Only accounts that had it before it
 * was closed to new ones may ask. What is more than it shows at once is left out without a word.
 */
final class ReadBackFace implements Handler {

    private final Eqc eqc;
    private final Nights nights;
    private final Clock clock;

    ReadBackFace(Eqc eqc, Nights nights, Clock clock) {
        this.eqc = eqc;
        this.nights = nights;
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        Eqc.Request request = eqc.open(call, Message.READ_BACK);
        if (!request.account().readBack()) {
            throw Eqc.refused(1003, "The account lacks the access level for this request");
        }
        Hotel hotel = eqc.hotel(request);
        eqc.connect(call, String.valueOf(hotel.id()), Message.READ_BACK);
        Element set = Xml.children(request.root(), "ParamSet").get(0);
        Element products = Xml.child(set, "ProductRetrieval");
        Tags tags = new Tags();
        if (products != null) {
            new ProductListing(hotel, products.getAttribute("productStatus")).write(tags);
        } else {
            write(tags, hotel, Xml.children(set, "AvailRateRetrieval").get(0));
        }
        return Eqc.answer(200, Message.READ_BACK.around(tags.toString()), call.ruid())
                .carrying(new Carried(hotel.id(), 1, 0, 0))
                .by(request.account().name());
    }

    private void write(Tags tags, Hotel hotel, Element wish) {
        LocalDate from = LocalDate.parse(wish.getAttribute("from"));
        LocalDate to = LocalDate.parse(wish.getAttribute("to"));
        if (from.isBefore(hotel.today(clock).minusDays(1))) {
            throw Eqc.refused(3020, "The start " + from + " is before yesterday");
        }
        if (to.isBefore(from)) {
            throw Eqc.refused(3021, "The end " + to + " is before the start " + from);
        }
        new NightListing(hotel, nights, wish).write(tags, from, to);
    }
}
