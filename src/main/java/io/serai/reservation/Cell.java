package io.serai.reservation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A night of a room of a reservation.
 *
 * @param roomTypeId whose stock it is counted in; none: in nobody's
 */
record Cell(String remoteRoom, @Nullable Integer roomTypeId, LocalDate night) {}
