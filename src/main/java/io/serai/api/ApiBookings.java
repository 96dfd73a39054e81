package io.serai.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.api.ApiActions.Asked;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.direct.DirectBookings;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bookings of a hotel: its own are booked, changed and cancelled here; what a channel offers
 * for one of its bookings is asked of the channel, and what it does not offer is refused with the
 * reason.
 */
@Component("apiBookings")
public class ApiBookings {

    private static final Set<String> CANCEL = Set.of("reason", "penalty", "currency");
    private static final Set<String> CONFIRM = Set.of("hotelNumber");

    private final Targets targets;
    private final BookingDesk desk;
    private final DirectBookings bookings;
    private final ApiActions actions;
    private final ChannelChange channelChange;

    ApiBookings(
            Targets targets,
            BookingDesk desk,
            DirectBookings bookings,
            ApiActions actions,
            ChannelChange channelChange) {
        this.targets = targets;
        this.desk = desk;
        this.bookings = bookings;
        this.actions = actions;
        this.channelChange = channelChange;
    }

    /** One, whole, with its version. */
    public Answer one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("id") String id) {
        BookingDetail booking = desk.booking(caller, hotel, id);
        return new Answer(200, booking, Integer.toString(booking.version()));
    }

    /** Books; 409 with what there is where it cannot be had. */
    public Answer add(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        var wish = BookingForm.booking(body);
        return desk.act(
                exchange,
                caller,
                key,
                Objects.requireNonNull(body),
                201,
                () -> bookings.create(key, wish));
    }

    /** Changes what the body names; of a channel's booking, how the stay really was. */
    public Answer change(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("id") String id,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        BookingDetail booking = desk.booking(caller, hotel, id);
        if (booking.takenByHotel()) {
            Integer version = BookingDesk.seen(seen);
            return act(
                    exchange,
                    caller,
                    booking,
                    body,
                    key -> bookings.modify(key, version, now -> BookingForm.change(body, now)));
        }
        return asked(exchange, caller, booking, seen, body, () -> channelChange.of(body, booking));
    }

    /** Cancels. */
    public Answer cancel(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("id") String id,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        BookingDetail booking = desk.booking(caller, hotel, id);
        if (booking.takenByHotel()) {
            Form form = Form.of(orEmpty(body), CANCEL);
            Integer version = BookingDesk.seen(seen);
            var penalty = BookingFields.penalty(form, booking.currency());
            return act(
                    exchange, caller, booking, body, key -> bookings.cancel(key, version, penalty));
        }
        return asked(
                exchange, caller, booking, seen, body, () -> new Asked("cancel", orEmpty(body)));
    }

    /** Notes that the guest did not come. */
    public Answer noShow(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("id") String id,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        BookingDetail booking = desk.booking(caller, hotel, id);
        if (booking.takenByHotel()) {
            Form.of(orEmpty(body), Set.of());
            Integer version = BookingDesk.seen(seen);
            return act(exchange, caller, booking, body, key -> bookings.noShow(key, version));
        }
        return asked(
                exchange, caller, booking, seen, body, () -> new Asked("no-show", orEmpty(body)));
    }

    /** Confirms to the guest; a channel hears from Serai itself that its booking is here. */
    public Answer confirm(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("id") String id,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        BookingDetail booking = desk.booking(caller, hotel, id);
        if (!booking.takenByHotel()) {
            throw new Problem(
                    409,
                    "Not offered",
                    "confirm: Serai confirms a booking of %s there by itself as soon as it is kept here; revisions[].acknowledgedAt says when the channel heard it"
                            .formatted(booking.channel()));
        }
        Form form = Form.of(orEmpty(body), CONFIRM);
        Integer version = BookingDesk.seen(seen);
        String number = BookingFields.word(form, "hotelNumber");
        return act(exchange, caller, booking, body, key -> bookings.confirm(key, version, number));
    }

    private Answer act(
            Exchange exchange,
            Caller caller,
            BookingDetail booking,
            @Nullable ObjectNode body,
            LongConsumer act) {
        long key = Long.parseLong(booking.id());
        return desk.act(
                exchange,
                caller,
                Integer.parseInt(Objects.requireNonNull(booking.hotel())),
                orEmpty(body),
                200,
                () -> {
                    act.accept(key);
                    return key;
                });
    }

    private Answer asked(
            Exchange exchange,
            Caller caller,
            BookingDetail booking,
            @Nullable String seen,
            @Nullable ObjectNode body,
            Supplier<Asked> asked) {
        return actions.keep(
                exchange,
                caller,
                Long.parseLong(booking.id()),
                orEmpty(body),
                () -> {
                    BookingDesk.demand(seen, booking);
                    return asked.get();
                });
    }

    private static ObjectNode orEmpty(@Nullable ObjectNode body) {
        return body == null ? JsonNodeFactory.instance.objectNode() : body;
    }
}
