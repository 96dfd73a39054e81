package io.serai.channel.request;

import java.time.Instant;

/**
 * Something that is asked of a channel, claimed by whoever holds its fence.
 *
 * @param id its key
 * @param hotel the hotel that asks
 * @param connection the connection it is for
 * @param account the account it is asked with
 * @param provider the channel's code
 * @param remoteHotel the hotel's number at the channel; empty while it has none
 * @param port what was asked for
 * @param step the port that is called now
 * @param request what the port gets, as JSON
 * @param tries calls of this step without a final answer
 * @param fence the claim's number
 * @param begun whether an earlier claim began to send this step, and nothing is known of it since
 * @param askedAt when it was asked for
 */
public record ChannelRequest(
        long id,
        int hotel,
        int connection,
        long account,
        String provider,
        String remoteHotel,
        String port,
        String step,
        String request,
        int tries,
        long fence,
        boolean begun,
        Instant askedAt) {}
