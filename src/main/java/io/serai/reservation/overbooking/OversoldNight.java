package io.serai.reservation.overbooking;

import java.time.LocalDate;

/**
 * A night of which more rooms are sold than may be.
 *
 * @param roomType the key of the room type
 * @param over how many too many
 */
public record OversoldNight(String roomType, String code, String name, LocalDate night, int over) {}
