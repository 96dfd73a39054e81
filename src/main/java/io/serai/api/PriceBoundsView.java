package io.serai.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a hotel's prices may be before they are held.
 *
 * @param least the lowest a night; null: none
 * @param most the highest a night; null: none
 * @param mostJump by how many percent a price may be above the nights around it, and they above it;
 *     null: as it is set for all hotels
 * @param currency ISO 4217 code of the amounts
 * @param roomTypes what holds for single room types instead, by their codes
 */
public record PriceBoundsView(
        @Nullable String least,
        @Nullable String most,
        @Nullable String mostJump,
        String currency,
        Map<String, Bounds> roomTypes) {

    /** Of a room type; null: as the hotel's. */
    public record Bounds(@Nullable String least, @Nullable String most) {}
}
