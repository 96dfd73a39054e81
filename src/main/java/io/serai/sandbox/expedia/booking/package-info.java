/** Guests of the stand-in of Expedia, their bookings, and how each reaches the hotel. */
@NullMarked
package io.serai.sandbox.expedia.booking;

import org.jspecify.annotations.NullMarked;
