package io.serai.vault;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Which reservations cards are kept for, and until when each needs its own. */
public final class CardClaims {

    /** Whether some reservation claims a card. */
    static final String ANY = "exists (select from card_reservations r where r.card_id = cards.id)";

    private final JdbcClient jdbc;

    CardClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets a hotel's reservation own the card, in the caller's transaction. A guest's card may
     * belong to several reservations; saying it twice changes nothing.
     *
     * @throws IllegalArgumentException if the vault does not keep the token
     */
    public void attach(CardToken token, int hotelId, long reservationId) {
        var cardId =
                jdbc.sql("update cards set was_claimed = true where token = ? returning id")
                        .param(token.value())
                        .query(Long.class)
                        .optional()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                token + " (expected: a token the vault keeps)"));
        jdbc.sql(
                        """
                        insert into card_reservations (card_id, hotel_id, reservation_id)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(cardId, hotelId, reservationId)
                .update();
    }

    /** A reservation of which nothing more is to be charged needs its cards no longer. */
    public void settled(long reservationId) {
        jdbc.sql(
                        """
                        update card_reservations set settled_at = now()
                         where reservation_id = ? and settled_at is null
                        """)
                .param(reservationId)
                .update();
    }

    /**
     * Takes a reservation's cards away, in the caller's transaction; a card that no other one
     * claims is deleted.
     */
    public void detach(long reservationId) {
        var cards =
                jdbc.sql("delete from card_reservations where reservation_id = ? returning card_id")
                        .param(reservationId)
                        .query(Long.class)
                        .list();
        if (!cards.isEmpty()) {
            jdbc.sql("delete from cards where id in (:ids) and not " + ANY)
                    .param("ids", cards)
                    .update();
        }
    }
}
