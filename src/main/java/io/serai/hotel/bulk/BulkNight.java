package io.serai.hotel.bulk;

import io.serai.hotel.night.Sold;
import java.time.LocalDate;

/**
 * A night that becomes something else.
 *
 * @param sold what is sold there
 * @param night the night
 * @param before what of it changes, as guests see it now
 * @param after the same as they would see it
 */
public record BulkNight(Sold sold, LocalDate night, String before, String after) {}
