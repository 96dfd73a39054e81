/** What is known of a guest: found, handed out, and forgotten when its time is over. */
@NullMarked
package io.serai.reservation.guest;

import org.jspecify.annotations.NullMarked;
