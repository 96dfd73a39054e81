/** Guests who act of themselves, as the guests of a hotel do in the course of a year. */
@NullMarked
package io.serai.sandbox.guests;

import org.jspecify.annotations.NullMarked;
