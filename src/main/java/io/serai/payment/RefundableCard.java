package io.serai.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A virtual card that its channel wants money back on.
 *
 * @param booking its id here
 * @param card the channel's own name of it
 * @param amount as a decimal string
 * @param due until when
 * @param reason the channel's
 * @param status the channel's word on it
 * @param way gateway where it was charged through one and that much of it can be given back, else
 *     terminal: where the hotel charged it
 * @param seenAt when the channel last listed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundableCard(
        String booking,
        String number,
        String channel,
        String card,
        String amount,
        @Nullable String currency,
        @Nullable LocalDate due,
        @Nullable String reason,
        @Nullable String status,
        String way,
        Instant seenAt) {}
