package io.serai.delivery.gate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which of a hotel's held prices are meant.
 *
 * @param product the product's key; null: all
 * @param roomType the room type's code; null: all
 * @param ratePlan the rate plan's code; null: all
 * @param from the first night
 * @param to the last night, included
 * @param after those after this one, in the order of the list; null: from the first on
 * @param most how many at most
 */
public record HeldWish(
        @Nullable Integer product,
        @Nullable String roomType,
        @Nullable String ratePlan,
        LocalDate from,
        LocalDate to,
        @Nullable HeldPriceId after,
        int most) {}
