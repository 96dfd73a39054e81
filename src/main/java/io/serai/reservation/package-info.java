/**
 * What channels told us of reservations: taken in once, revised in order, never lost; and the stock
 * that follows.
 */
@NullMarked
package io.serai.reservation;

import org.jspecify.annotations.NullMarked;
