/** Rooms to sell of a hotel: what is left of them, why, and who may say so. */
@NullMarked
package io.serai.hotel.room;

import org.jspecify.annotations.NullMarked;
