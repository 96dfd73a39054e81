package io.serai.console.rates;

import io.serai.console.Hotel;
import io.serai.delivery.gate.HeldPrices;
import io.serai.delivery.gate.HeldWish;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The prices of a hotel that wait for a person.
 *
 * @param first the earliest of them
 * @param more whether there are more
 */
record WaitingPrices(List<WaitingPrice> first, boolean more) {

    private static final int MOST = 20;

    static WaitingPrices read(JdbcClient database, Hotel hotel, LocalDate today) {
        List<WaitingPrice> found =
                HeldPrices.list(
                                database,
                                hotel.id(),
                                new HeldWish(
                                        null,
                                        null,
                                        null,
                                        today,
                                        today.plusDays(hotel.horizon()),
                                        null,
                                        MOST + 1))
                        .stream()
                        .map(held -> WaitingPrice.of(hotel, held))
                        .toList();
        return new WaitingPrices(
                found.subList(0, Math.min(MOST, found.size())), found.size() > MOST);
    }

    public boolean isNone() {
        return first.isEmpty();
    }
}
