package io.serai.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a booking's money; amounts 0 where there is none, null where nobody said.
 *
 * @param cancelled whether the booking is
 * @param byChannel whether the channel takes the guest's money; unknown counts as the channel
 * @param method by what the hotel gets its money
 * @param due what the hotel is to get, as channel or reservation say; null: nobody said
 * @param dueRead whether the channel said so when it was asked
 * @param read whether the channel was asked
 * @param payoutStatus pending, paid, partly-paid or cancelled
 * @param cardsCharged to virtual cards, as the channel shows
 * @param cardsLeft on virtual cards that can be charged
 * @param cardsExpired on virtual cards whose time is over
 * @param cardsCancelled whether the channel took a card back
 * @param chargeableFrom the first day on which a card may be charged
 * @param transferred by transfers that are paid
 * @param pending by transfers that are not
 * @param charged through gateways
 * @param refunded through gateways
 * @param refundedByChannel by the channel
 * @param declined whether the latest charge was refused
 * @param notKnown whether an act's end is not known
 * @param otherCurrency whether something was paid in another currency than booked
 * @param cardStatus the channel's word on the guest's card
 */
record MoneyFacts(
        boolean cancelled,
        boolean byChannel,
        String method,
        @Nullable BigDecimal due,
        boolean dueRead,
        boolean read,
        @Nullable String payoutStatus,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal cardsCharged,
        BigDecimal cardsLeft,
        BigDecimal cardsExpired,
        boolean cardsCancelled,
        @Nullable LocalDate chargeableFrom,
        BigDecimal transferred,
        BigDecimal pending,
        BigDecimal charged,
        BigDecimal refunded,
        BigDecimal refundedByChannel,
        boolean declined,
        boolean notKnown,
        boolean otherCurrency,
        @Nullable String cardStatus,
        @Nullable LocalDate departure,
        LocalDate today) {}
