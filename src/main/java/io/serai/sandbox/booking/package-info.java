/** Guests who book at the stand-in, and the queues that hand their reservations over. */
@NullMarked
package io.serai.sandbox.booking;

import org.jspecify.annotations.NullMarked;
