package io.serai.testing;

import io.serai.channel.account.ChannelAccounts;
import io.serai.vault.CardClaims;
import io.serai.vault.CardToken;
import io.serai.vault.CardVault;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A booking of today at a hotel of its own, which its guest pays by a card that the vault keeps.
 *
 * @param id the booking
 * @param card the card's token
 */
public record PaidBooking(long id, int hotel, String number, CardToken card) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /**
     * Writes one in the Serai that stories share.
     *
     * @param gateway the one that its hotel names
     * @param card the number on the card
     * @param amount in euro
     */
    public static PaidBooking of(String gateway, String card, String amount) {
        RunningSerai serai = RunningSerai.shared();
        String name = "till-" + NUMBERS.incrementAndGet();
        long account =
                serai.part(ChannelAccounts.class)
                        .take("booking.com", name, Map.of("api_key", name, "api_secret", "open"));
        CardToken token =
                serai.part(CardVault.class)
                        .put(
                                account,
                                Map.of(
                                        "CardNumber", card,
                                        "SeriesCode", "123",
                                        "ExpireDate", "0330",
                                        "VccExpirationDate", "2029-12-05",
                                        "CardHolderName", "Ann Example"))
                        .token()
                        .orElseThrow();
        int hotel =
                serai.sql()
                        .sql(
                                "insert into hotels (code, name, time_zone, currency, horizon, payment_gateway) values (?, 'Casa do Mar', 'Europe/Lisbon', 'EUR', 1, ?) returning id")
                        .params(name, gateway)
                        .query(Integer.class)
                        .single();
        long booking =
                serai.sql()
                        .sql(
                                """
                                insert into reservations (hotel_id, account_id, provider, number, status, arrival, departure, currency, total)
                                values (?, ?, 'booking.com', ?, 'booked', current_date, current_date + 1, 'EUR', cast(? as numeric)) returning id
                                """)
                        .params(hotel, account, name, amount)
                        .query(Long.class)
                        .single();
        serai.sql()
                .sql(
                        """
                        insert into ota_payments (hotel_id, reservation_id, collected_by, method, amount, currency, card_token, card_last4, status)
                        values (?, ?, 'hotel', 'guest-card', cast(? as numeric), 'EUR', ?, ?, 'expected')
                        """)
                .params(hotel, booking, amount, token.value(), token.lastFour())
                .update();
        serai.part(CardClaims.class).attach(token, hotel, booking);
        return new PaidBooking(booking, hotel, name, token);
    }
}
