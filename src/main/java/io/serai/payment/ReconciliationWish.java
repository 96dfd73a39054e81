package io.serai.payment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings of a hotel are compared.
 *
 * @param from first day of departure
 * @param to last day of departure
 * @param channel the channel's code; null: of any, the hotel's own too
 * @param differing whether those alone are wanted that differ; sums count all
 */
public record ReconciliationWish(
        int hotel, LocalDate from, LocalDate to, @Nullable String channel, boolean differing) {}
