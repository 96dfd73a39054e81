/**
 * Bookings that a hotel takes itself: sold only where a room is left and the plan allows the stay.
 */
@NullMarked
package io.serai.reservation.direct;

import org.jspecify.annotations.NullMarked;
