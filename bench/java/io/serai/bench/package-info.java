/** Serai under real bookings and under load, measured and checked from outside. */
@NullMarked
package io.serai.bench;

import org.jspecify.annotations.NullMarked;
