package io.serai.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.api.ApiActions.Asked;
import io.serai.channel.Action;
import io.serai.channel.Amount;
import io.serai.channel.Channels;
import io.serai.reservation.detail.BookingDetail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a hotel may change of a channel's booking: how the stay really was, and what it cost. All
 * else is the guest's to change, at the channel.
 */
@Component
class ChannelChange {

    private static final String NIGHTS = "change";
    private static final String STAY = "stay-change";
    private static final Set<String> OF_NIGHTS = Set.of("arrival", "departure", "prices", "reason");
    private static final Set<String> OF_STAY = Set.of("departure", "prices");

    private final Channels channels;

    ChannelChange(Channels channels) {
        this.channels = channels;
    }

    /**
     * The action that a channel has for it: each night with its price, or departure and price of
     * the whole stay. Where it has none, the one that it says of why not.
     *
     * @throws Problem 422 for what no hotel can change of a channel's booking, and for a night that
     *     has no price
     */
    Asked of(@Nullable ObjectNode body, BookingDetail booking) {
        ObjectNode said = body == null ? JsonNodeFactory.instance.objectNode() : body;
        if (isOffered(booking, NIGHTS)) {
            return new Asked(NIGHTS, nights(form(said, booking, OF_NIGHTS), said, booking));
        }
        if (isOffered(booking, STAY)) {
            return new Asked(STAY, stay(form(said, booking, OF_STAY)));
        }
        return new Asked(NIGHTS, said);
    }

    private boolean isOffered(BookingDetail booking, String action) {
        return channels.findByCode(booking.channel())
                .flatMap(channel -> channel.definition().action(action))
                .filter(Action::offered)
                .isPresent();
    }

    private static Form form(ObjectNode said, BookingDetail booking, Set<String> fields) {
        for (String field : BookingForm.FIELDS) {
            if (said.has(field) && !fields.contains(field)) {
                throw new Problem(
                                422,
                                "Not offered",
                                "%s: only the guest changes it, at %s (expected of a hotel: %s, how the stay really was)"
                                        .formatted(field, booking.channel(), new TreeSet<>(fields)))
                        .with("field", field);
            }
        }
        return Form.of(said, fields);
    }

    private static ObjectNode stay(Form form) {
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        if (form.names("departure")) {
            wish.put("checkout", form.night("departure", null).toString());
        }
        List<Amount> prices = BookingFields.amounts(form, "prices");
        if (prices != null) {
            wish.put(
                    "price",
                    prices.stream()
                            .map(Amount::value)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .toPlainString());
        }
        return wish;
    }

    private static ObjectNode nights(Form form, ObjectNode said, BookingDetail booking) {
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
            wish.put("reason", form.text("reason"));
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
        BigDecimal price =
                booking.rooms().stream()
                        .flatMap(room -> room.nights().stream())
                        .filter(one -> one.night().equals(night))
                        .map(BookingDetail.Night::price)
                        .filter(Objects::nonNull)
                        .map(Amount::value)
                        .reduce(BigDecimal::add)
                        .orElseThrow(
                                () ->
                                        form.refusal(
                                                "prices",
                                                "missing",
                                                "the price of each night, since "
                                                        + night
                                                        + " has none"));
        return new Amount(price);
    }
}
