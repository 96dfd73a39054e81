/** The stories of the flows that speak with Booking.com, from the files that Serai runs. */
@NullMarked
package io.serai.bookingcom;

import org.jspecify.annotations.NullMarked;
