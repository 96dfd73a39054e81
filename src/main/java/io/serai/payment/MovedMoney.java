package io.serai.payment;

import io.serai.vault.CardClaims;
import io.serai.vault.CardToken;
import io.serai.vault.CardVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows when money has moved through a gateway, in the transaction that notes it. */
@Component
class MovedMoney {

    private final JdbcClient jdbc;
    private final CardVault vault;
    private final CardClaims claims;
    private final WantedReads reads;

    MovedMoney(JdbcClient jdbc, CardVault vault, CardClaims claims, WantedReads reads) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.claims = claims;
        this.reads = reads;
    }

    /**
     * The first charge is the end of the card's security code, the last one of the booking's cards;
     * the channel is asked anew. The booking's payment is held before its cards, as whoever writes
     * both does.
     *
     * @param card the token of the card that was charged; null: none was
     */
    void follow(long reservation, boolean charge, @Nullable String card) {
        reads.want(reservation);
        if (card != null) {
            vault.eraseCode(new CardToken(card));
        }
        if (charge && isAllCharged(reservation)) {
            claims.settled(reservation);
        }
    }

    /** Whether it was known what the hotel may charge of the booking, and nothing of it is left. */
    private boolean isAllCharged(long reservation) {
        return MoneyRows.dues(jdbc, reservation)
                .filter(dues -> dues.due() != null && dues.left().signum() == 0)
                .isPresent();
    }
}
