package io.serai.delivery;

import io.serai.channel.Channel;
import io.serai.channel.PushRequest.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A hotel at a channel, as sending to it needs to know it.
 *
 * @param id its key in {@code third_party_integrations}
 * @param hotel the hotel's key
 * @param account the account whose credentials its calls use
 * @param channel the channel
 * @param remoteHotel the hotel's number at the channel
 * @param currency what the channel fixed for it; null: the hotel's
 * @param hotelCurrency ISO 4217 code that the hotel's prices are in
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
        @Nullable String currency,
        String hotelCurrency,
        ZoneId zone,
        int horizon,
        @Nullable String baseUrl,
        Target target) {

    /** Whether prices may be sent: they are in the hotel's currency and are not converted. */
    boolean priced() {
        return currency == null || currency.equals(hotelCurrency);
    }

    /** The first night that is sent: today at the hotel, in days since 1970-01-01. */
    int today(Clock clock) {
        return (int) LocalDate.now(clock.withZone(zone)).toEpochDay();
    }

    /** Digits of the currency's minor unit. */
    int digits() {
        return Currency.getInstance(hotelCurrency).getDefaultFractionDigits();
    }
}
