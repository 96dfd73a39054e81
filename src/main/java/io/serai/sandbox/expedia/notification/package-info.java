/** Booking Notification: the stand-in of Expedia sends to the hotel's system what guests did. */
@NullMarked
package io.serai.sandbox.expedia.notification;

import org.jspecify.annotations.NullMarked;
