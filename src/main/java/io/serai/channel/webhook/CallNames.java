package io.serai.channel.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What a call is known by.
 *
 * @param message what it calls itself; null: its hash is its name
 * @param business what it is about, so exactly that a second one of the same says nothing new; null
 *     where it does not say
 * @param hotel the hotel's number at the channel; null where it does not say
 */
record CallNames(@Nullable String message, @Nullable String business, @Nullable String hotel) {}
