package io.serai.sandbox.booking;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Caller;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Refusal;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** One queue of reservations: a GET hands over, a POST acknowledges or rejects. */
final class QueueFace {

    private final Feed feed;
    private final Hotels hotels;
    private final QueueRows rows;
    private final Pace pace;
    private final TransactionTemplate transaction;

    QueueFace(
            Feed feed, Hotels hotels, QueueRows rows, Pace pace, TransactionTemplate transaction) {
        this.feed = feed;
        this.hotels = hotels;
        this.rows = rows;
        this.pace = pace;
        this.transaction = transaction;
    }

    Answer read(Call call) {
        var filter = QueueFilter.of(call.query());
        if (filter.lastChange() != null && call.caller().recovery()) {
            throw new Refusal(
                    400, "RECOVERY_IS_ON", "last_change is not taken where Recovery is on");
        }
        var asked = hotelsOf(call.caller(), filter);
        var message = new FeedMessage(feed, call.caller().cancelByAbsence(), this::hotelOf);
        var found =
                pace.read(
                        call.caller().clientId(),
                        feed,
                        () -> transaction.execute(status -> rows.handOver(feed, asked, filter)));
        var bookings = found == null ? List.<Booking>of() : found;
        return Answer.xml(200, message.write(bookings, call.ruid()))
                .carrying(new Carried(null, bookings.size(), 0, 0));
    }

    Answer settle(Call call) {
        var receipt = Acknowledgement.read(call, feed);
        var mine = hotelsOf(call.caller(), new QueueFilter(null, null, null, null));
        return pace.acknowledge(
                call.caller().clientId(),
                feed,
                () ->
                        transaction.execute(
                                status -> {
                                    if (receipt.rejects()) {
                                        rows.reject(feed, mine, receipt.ids());
                                        return receipt.answer(call, receipt.ids());
                                    }
                                    return receipt.answer(
                                            call, rows.acknowledge(feed, mine, receipt.ids()));
                                }));
    }

    private Hotel hotelOf(Booking booking) {
        return hotels.find(booking.hotel()).orElseThrow();
    }

    private List<Long> hotelsOf(Caller caller, QueueFilter filter) {
        var linked = hotels.linkedTo(caller.clientId()).stream().map(Hotel::id).toList();
        var asked = filter.hotels();
        if (asked == null) {
            return linked;
        }
        if (!linked.containsAll(asked)) {
            throw new Refusal(403, "NOT_AUTHORISED", "hotel_ids names a hotel that is not linked");
        }
        return asked;
    }
}
