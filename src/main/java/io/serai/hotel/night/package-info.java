/** Nights of a hotel written and read in bulk, whole or not at all. */
@NullMarked
package io.serai.hotel.night;

import org.jspecify.annotations.NullMarked;
