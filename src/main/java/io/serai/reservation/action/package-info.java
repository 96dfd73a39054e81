/** What a hotel has a channel do with a reservation, until the channel tells the same. */
@NullMarked
package io.serai.reservation.action;

import org.jspecify.annotations.NullMarked;
