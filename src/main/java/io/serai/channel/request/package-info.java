/** What a hotel asks of a channel besides rooms, prices and reservations, until it is settled. */
@NullMarked
package io.serai.channel.request;

import org.jspecify.annotations.NullMarked;
