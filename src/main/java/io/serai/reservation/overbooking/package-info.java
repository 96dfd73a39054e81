/** Explains how a room of a night came to be sold that was not there. */
@NullMarked
package io.serai.reservation.overbooking;

import org.jspecify.annotations.NullMarked;
