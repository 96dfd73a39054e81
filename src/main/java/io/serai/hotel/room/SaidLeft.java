package io.serai.hotel.room;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who counts reservations says is left on a night.
 *
 * @param roomType its key
 * @param left rooms left to sell, 0 or more
 * @param seen what they had seen to be left before; null: they do not say
 */
public record SaidLeft(int roomType, LocalDate night, int left, @Nullable Integer seen) {}
