/** The revisions of a hotel's reservations, in order, for the systems that take them. */
@NullMarked
package io.serai.reservation.feed;

import org.jspecify.annotations.NullMarked;
