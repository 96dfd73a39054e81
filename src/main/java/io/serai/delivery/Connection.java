package io.serai.delivery;

import io.serai.ari.PriceTerms;
import io.serai.channel.Channel;
import io.serai.channel.PushRequest.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A hotel at a channel, as sending to it needs to know it.
 *
 * @param id its key in {@code third_party_integrations}
 * @param hotel the hotel's key
 * @param account the account whose credentials its calls use
 * @param channel the channel
 * @param remoteHotel the hotel's number at the channel
 * @param prices what the hotel's prices become there
 * @param stopped whether no prices are sent until somebody confirms what they are
 * @param closing whether all of it is told as closed
 * @param zone where the hotel is: today is judged there
 * @param horizon nights ahead of today that are sold
 * @param baseUrl where its calls go instead of the channel's usual hosts; null: to those
 * @param target whether guests can book it
 */
public record Connection(
        int id,
        int hotel,
        long account,
        Channel channel,
        String remoteHotel,
        PriceTerms prices,
        boolean stopped,
        boolean closing,
        ZoneId zone,
        int horizon,
        @Nullable String baseUrl,
        Target target) {

    /** Whether prices may be sent: they can be said in its currency, and nobody stopped them. */
    boolean priced() {
        return !stopped && prices.isKnown();
    }

    /** ISO 4217 code of the prices that are sent. */
    String currency() {
        return prices.currency().getCurrencyCode();
    }

    /** ISO 4217 code of the hotel's prices. */
    String hotelCurrency() {
        return prices.hotel().getCurrencyCode();
    }

    /** The first night that is sent: today at the hotel, in days since 1970-01-01. */
    int today(Clock clock) {
        return (int) LocalDate.now(clock.withZone(zone)).toEpochDay();
    }

    /** Digits of the minor unit of {@link #currency}. */
    int digits() {
        return prices.digits();
    }
}
