package io.serai.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Amount;
import io.serai.reservation.detail.BookingDetail;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a hotel may change of a channel's booking: when the guest stayed, and what each night cost.
 * All else is the guest's to change, at the channel.
 */
final class ChannelStay {

    private static final Set<String> FIELDS = Set.of("arrival", "departure", "prices", "reason");

    private ChannelStay() {}

    /**
     * What the port of the action {@code change} is asked for.
     *
     * @throws Problem 422 for what no hotel can change of a channel's booking, and for a night that
     *     has no price
     */
    static ObjectNode of(@Nullable ObjectNode body, BookingDetail booking) {
        ObjectNode said = body == null ? JsonNodeFactory.instance.objectNode() : body;
        for (String field : BookingForm.FIELDS) {
            if (said.has(field) && !FIELDS.contains(field)) {
                throw theirs(booking, field);
            }
        }
        Form form = Form.of(said, FIELDS);
        LocalDate arrival = form.night("arrival", booking.arrival());
        LocalDate departure = form.night("departure", booking.departure());
        if (!departure.isAfter(arrival)) {
            throw form.refusal("departure", "'" + departure + "'", "a day after " + arrival);
        }
        List<LocalDate> nights = arrival.datesUntil(departure).toList();
        List<Amount> prices = BookingFields.amounts(form, "prices");
        if (prices != null && prices.size() != nights.size()) {
            throw form.refusal(
                    "prices", prices.size() + " prices", nights.size() + ", one for each night");
        }
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        wish.put("currency", booking.currency());
        if (form.names("reason")) {
            wish.set("reason", said.get("reason"));
        }
        for (int i = 0; i < nights.size(); i++) {
            Amount price = prices == null ? booked(form, booking, nights.get(i)) : prices.get(i);
            wish.withArray("nights")
                    .addObject()
                    .put("night", nights.get(i).toString())
                    .put("price", price.toString());
        }
        return wish;
    }

    private static Amount booked(Form form, BookingDetail booking, LocalDate night) {
        return booking.rooms().stream()
                .flatMap(room -> room.nights().stream())
                .filter(one -> one.night().equals(night))
                .map(BookingDetail.Night::price)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(
                        () ->
                                form.refusal(
                                        "prices",
                                        "missing",
                                        "the price of each night, since " + night + " has none"));
    }

    private static Problem theirs(BookingDetail booking, String field) {
        return new Problem(
                        422,
                        "Not offered",
                        "%s: only the guest changes it, at %s (expected of a hotel: %s, how the stay really was)"
                                .formatted(field, booking.channel(), new TreeSet<>(FIELDS)))
                .with("field", field);
    }
}
