package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.vault.CardReveals;
import io.serai.vault.ClearCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a booking's card in full: for seconds, to whoever may and says why. */
@Component("apiCards")
public class ApiCards {

    private static final Set<String> ASKED = Set.of("reason");

    private final BookingDesk desk;
    private final CardReveals reveals;

    ApiCards(BookingDesk desk, CardReveals reveals) {
        this.desk = desk;
        this.reveals = reveals;
    }

    /** A leave to look. */
    public record Leave(String id, Instant until) {}

    /** A card in full. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            String number,
            @Nullable String securityCode,
            @Nullable LocalDate expires,
            @Nullable String holder) {

        private static Shown of(ClearCard card) {
            return new Shown(card.number(), card.code(), card.expires(), card.holder());
        }

        @Override
        public String toString() {
            return "card";
        }
    }

    /**
     * Opens a leave for seconds.
     *
     * @throws Problem 422 without a reason, 404 where the booking has no card, or no more
     */
    public Answer ask(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        var booking = desk.booking(caller, hotel, id);
        Form form = Form.of(body, ASKED);
        String reason = BookingFields.needed(form, "reason");
        if (!CardReveals.isReason(reason)) {
            throw form.refusal(
                    "reason",
                    reason.length() + " characters",
                    "%d to %d, as why somebody must see the card"
                            .formatted(CardReveals.SHORTEST, CardReveals.LONGEST));
        }
        return reveals.open(
                        Integer.parseInt(hotel),
                        Long.parseLong(booking.id()),
                        caller.actor(),
                        reason)
                .map(leave -> Answer.of(201, new Leave(leave.id(), leave.until())))
                .orElseThrow(() -> Problem.unknown("card of booking", id));
    }

    /**
     * The card, while the leave lasts.
     *
     * @throws Problem 410 when it does not, or is somebody else's
     */
    public Answer show(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("id") String id,
            @Header("reveal") String reveal) {
        var booking = desk.booking(caller, hotel, id);
        return reveals.show(
                        Integer.parseInt(hotel),
                        Long.parseLong(booking.id()),
                        reveal,
                        caller.actor())
                .map(card -> Answer.of(200, Shown.of(card)))
                .orElseThrow(
                        () ->
                                new Problem(
                                        410,
                                        "Over",
                                        "reveal: over, or not yours (expected: one that you asked for seconds ago)"));
    }
}
