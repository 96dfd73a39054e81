package io.serai.hotel.room;

import java.time.LocalDate;

/**
 * What is left of a room type on a night.
 *
 * @param roomType its code
 * @param left rooms left to sell; negative when more are sold, or kept, than there are
 * @param countedUpTo the latest revision of a reservation that is counted in it
 */
public record LeftNight(String roomType, LocalDate night, int left, String countedUpTo) {}
