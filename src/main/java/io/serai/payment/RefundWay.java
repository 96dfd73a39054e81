package io.serai.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way of giving a guest money back.
 *
 * @param way {@code channel}: the channel gives it back; {@code gateway}: it goes back to the card
 *     that was charged; {@code terminal}: the hotel does it where it charged the card
 * @param applies whether it does for this booking
 * @param most what can be given back so, as a decimal string; null where it does not apply or
 *     nobody can say
 * @param reasons that the channel takes, one of which is to be named; empty: a free one
 * @param words why it does not apply, or what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundWay(
        String way,
        boolean applies,
        @Nullable String most,
        @Nullable String currency,
        List<String> reasons,
        @Nullable String words) {}
