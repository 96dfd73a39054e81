/**
 * The operator's bookings: found, looked at, made, changed; and overbookings that explain
 * themselves.
 */
@NullMarked
package io.serai.console.bookings;

import org.jspecify.annotations.NullMarked;
