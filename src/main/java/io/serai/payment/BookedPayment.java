package io.serai.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a booking is paid; amounts as decimal strings in {@code currency} where they name none, null
 * for what nobody said.
 *
 * @param booking its id here
 * @param number the channel's number of it
 * @param channel the channel's code; {@code direct} for the hotel's own
 * @param state of the booking
 * @param collectedBy who takes the guest's money: channel, hotel or unknown
 * @param method by what the hotel gets its money
 * @param status expected or cancelled
 * @param amount what the hotel may charge or claim, as the reservation says
 * @param payout what the channel pays, as it says when it is asked
 * @param payoutKind gross or net
 * @param payoutStatus pending, paid, partly-paid or cancelled
 * @param collected what the guest paid to the channel
 * @param toCollect what the guest pays at the hotel
 * @param chargeableFrom the first day on which the reservation's card may be charged
 * @param cardLastFour of that card
 * @param cardStatus the channel's word on it
 * @param readAt when the channel was last asked
 * @param acts charges and refunds, the latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookedPayment(
        String booking,
        String hotel,
        String number,
        String channel,
        String state,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        String collectedBy,
        String method,
        String status,
        @Nullable String currency,
        @Nullable String amount,
        @Nullable String commission,
        @Nullable String payout,
        @Nullable String payoutKind,
        @Nullable String payoutStatus,
        @Nullable String collected,
        @Nullable String toCollect,
        @Nullable LocalDate chargeableFrom,
        @Nullable String cardLastFour,
        @Nullable String cardStatus,
        @Nullable Instant readAt,
        List<Card> cards,
        List<Transfer> transfers,
        List<Act> acts) {

    /**
     * A card that the channel pays with.
     *
     * @param id the channel's own name of it
     * @param refund what the channel wants back on it, until when and why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
            String id,
            String status,
            @Nullable String currency,
            @Nullable String balance,
            @Nullable String charged,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String lastFour,
            @Nullable Refund refund) {}

    /** What a channel wants back on its card. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refund(
            String amount,
            @Nullable LocalDate due,
            @Nullable String reason,
            @Nullable String status) {}

    /** A transfer to the hotel's bank. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transfer(
            @Nullable String reference,
            String amount,
            String currency,
            String status,
            @Nullable LocalDate on) {}

    /**
     * A charge or refund.
     *
     * @param way gateway or channel
     * @param id of its way: of a gateway's for /api/ota-payment/acts, of a channel's for
     *     /api/requests
     * @param charge of a refund through a gateway: the charge that it gives back
     * @param state asked, done, refused or not-known
     * @param reference the gateway's own name of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Act(
            String way,
            String kind,
            String id,
            @Nullable String charge,
            String amount,
            String currency,
            String state,
            @Nullable String gateway,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String words,
            @Nullable String reason,
            String askedBy,
            Instant askedAt,
            @Nullable Instant settledAt) {}
}
