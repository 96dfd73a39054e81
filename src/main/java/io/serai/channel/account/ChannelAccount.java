package io.serai.channel.account;

import org.jspecify.annotations.Nullable;

/**
 * A login at a channel, over many hotels.
 *
 * @param id its key
 * @param provider the channel's code
 * @param name what people call it
 * @param broken whether the channel refused its credentials: nothing is called until they change or
 *     somebody asks to try again
 * @param reason what the channel said when it refused; null when it did not
 */
public record ChannelAccount(
        long id, String provider, String name, boolean broken, @Nullable String reason) {}
