package io.serai.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel says of a booking's money, in the words of {@code
 * mappings/schema/payment-read.json}; null for what it does not say.
 *
 * @param number the channel's number of the reservation
 * @param currency of the amounts
 * @param kind {@code gross}: commission is invoiced apart; {@code net}: it is taken off
 * @param status of what it pays: pending, paid, partly-paid or cancelled
 * @param payout what it pays the hotel
 * @param collected what the guest paid to it
 * @param toCollect what the guest pays at the hotel
 * @param commission its commission and charges
 * @param cardStatus its word on the guest's card
 * @param cards that it pays with
 * @param transfers to the hotel's bank
 */
public record PaymentPicture(
        String number,
        @Nullable String currency,
        @Nullable String kind,
        @Nullable String status,
        @Nullable BigDecimal payout,
        @Nullable BigDecimal collected,
        @Nullable BigDecimal toCollect,
        @Nullable BigDecimal commission,
        @Nullable String cardStatus,
        List<Card> cards,
        List<Transfer> transfers) {

    public PaymentPicture {
        Objects.requireNonNull(number, "number");
        cards = cards == null ? List.of() : List.copyOf(cards);
        transfers = transfers == null ? List.of() : List.copyOf(transfers);
    }

    /**
     * A card that the channel pays with.
     *
     * @param id the channel's own name of it
     * @param status not-loaded, funded, available, partly-charged, fully-charged, cancelled or
     *     unknown
     * @param token of the number in the vault; null where it was not given
     * @param from the first day on which it may be charged
     * @param until the last
     * @param balance what is left on it
     * @param charged what was charged to it, where the channel says so
     */
    public record Card(
            String id,
            String status,
            @Nullable String token,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal balance,
            @Nullable BigDecimal charged,
            @Nullable String currency) {}

    /**
     * A transfer to the hotel's bank.
     *
     * @param status pending, paid or unknown
     * @param on the day on which it is paid
     */
    public record Transfer(
            @Nullable String reference,
            BigDecimal amount,
            String currency,
            String status,
            @Nullable LocalDate on) {}
}
