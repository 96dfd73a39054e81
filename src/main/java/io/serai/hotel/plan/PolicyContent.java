package io.serai.hotel.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a cancellation policy says.
 *
 * @param code the hotel's own, unique there
 * @param name for people
 * @param freeUntilHours a cancellation costs nothing until so many hours before the day of arrival
 *     begins; null: it always costs
 * @param penalty none, nights, percent or amount
 * @param value nights, percent, or minor units of the hotel's currency; null for none
 */
public record PolicyContent(
        String code,
        String name,
        @Nullable Integer freeUntilHours,
        String penalty,
        @Nullable BigDecimal value) {}
