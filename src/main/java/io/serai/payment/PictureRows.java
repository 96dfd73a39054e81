package io.serai.payment;

import io.serai.vault.CardClaims;
import io.serai.vault.CardToken;
import io.serai.vault.CardVault;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what channels say of bookings' money. */
@Repository
class PictureRows {

    private final JdbcClient jdbc;
    private final CardVault vault;
    private final CardClaims claims;

    PictureRows(JdbcClient jdbc, CardVault vault, CardClaims claims) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.claims = claims;
    }

    /** A booking of an account. */
    record Whose(long reservation, int hotel) {}

    Optional<Whose> find(long account, String number) {
        return jdbc.sql(
                        "select id as reservation, hotel_id as hotel from reservations where account_id = ? and number = ? and hotel_id is not null")
                .params(account, number)
                .query(Whose.class)
                .optional();
    }

    /** Who takes the guest's money, by the last word: channel, hotel or unknown. */
    Optional<String> collector(long account, String number) {
        return jdbc.sql(
                        """
                        select p.collected_by from ota_payments p join reservations r on r.id = p.reservation_id
                         where r.account_id = ? and r.number = ?
                        """)
                .params(account, number)
                .query(String.class)
                .optional();
    }

    void keep(Whose whose, PaymentPicture picture) {
        jdbc.sql(
                        """
                        insert into ota_payments as p (hotel_id, reservation_id, collected_by, method, status, currency, commission, payout,
                                                       payout_kind, payout_status, collected, to_collect, card_status, read_at)
                        select :hotel, r.id, 'unknown', 'unknown', case when r.status = 'cancelled' then 'cancelled' else 'expected' end,
                               :currency, :commission, :payout, :kind, :status, :collected, :toCollect, :cardStatus, clock_timestamp()
                          from reservations r where r.id = :id
                        on conflict (reservation_id) do update
                           set currency      = coalesce(p.currency, excluded.currency),
                               commission    = coalesce(excluded.commission, p.commission),
                               payout        = coalesce(excluded.payout, p.payout),
                               payout_kind   = coalesce(excluded.payout_kind, p.payout_kind),
                               payout_status = coalesce(excluded.payout_status, p.payout_status),
                               collected     = coalesce(excluded.collected, p.collected),
                               to_collect    = coalesce(excluded.to_collect, p.to_collect),
                               card_status   = coalesce(excluded.card_status, p.card_status),
                               read_at       = excluded.read_at
                        """)
                .param("hotel", whose.hotel())
                .param("id", whose.reservation())
                .param("currency", picture.currency())
                .param("commission", picture.commission())
                .param("payout", picture.payout())
                .param("kind", picture.kind())
                .param("status", picture.status())
                .param("collected", picture.collected())
                .param("toCollect", picture.toCollect())
                .param("cardStatus", picture.cardStatus())
                .update();
        picture.cards().forEach(card -> keep(whose, card));
        if (!picture.transfers().isEmpty()) {
            transfers(whose, picture);
        }
        if (MoneyRows.isPaid(jdbc, whose.reservation())) {
            claims.settled(whose.reservation());
        }
    }

    private void keep(Whose whose, PaymentPicture.Card card) {
        Optional<CardToken> token =
                Optional.ofNullable(card.token()).filter(CardToken::isToken).flatMap(vault::find);
        jdbc.sql(
                        """
                        insert into payment_cards as c (hotel_id, reservation_id, remote_id, status, currency, loaded, balance, charged,
                                                        active_from, expires_on, card_token, card_last4)
                        values (:hotel, :id, :card, :status, :currency, :loaded, :balance, :charged, :from, :until, :token, :lastFour)
                        on conflict (reservation_id, remote_id) do update
                           set status      = excluded.status,
                               currency    = coalesce(excluded.currency, c.currency),
                               loaded      = greatest(c.loaded, excluded.loaded),
                               balance     = coalesce(excluded.balance, c.balance),
                               charged     = coalesce(excluded.charged, greatest(c.loaded, excluded.loaded) - excluded.balance, c.charged),
                               active_from = coalesce(excluded.active_from, c.active_from),
                               expires_on  = coalesce(excluded.expires_on, c.expires_on),
                               card_token  = coalesce(excluded.card_token, c.card_token),
                               card_last4  = coalesce(excluded.card_last4, c.card_last4),
                               seen_at     = now()
                        """)
                .param("hotel", whose.hotel())
                .param("id", whose.reservation())
                .param("card", card.id())
                .param("status", card.status())
                .param("currency", card.currency())
                .param("loaded", loaded(card))
                .param("balance", card.balance())
                .param("charged", card.charged())
                .param("from", card.from())
                .param("until", card.until())
                .param("token", token.map(CardToken::value).orElse(null))
                .param("lastFour", token.map(CardToken::lastFour).orElse(null))
                .update();
        token.ifPresent(kept -> claims.attach(kept, whose.hotel(), whose.reservation()));
    }

    /** What was on it: at least what is left and what was charged. */
    private static @Nullable BigDecimal loaded(PaymentPicture.Card card) {
        return card.balance() == null
                ? null
                : card.balance().add(Objects.requireNonNullElse(card.charged(), BigDecimal.ZERO));
    }

    private void transfers(Whose whose, PaymentPicture picture) {
        jdbc.sql("delete from payment_transfers where reservation_id = ?")
                .param(whose.reservation())
                .update();
        int place = 0;
        for (PaymentPicture.Transfer each : picture.transfers()) {
            jdbc.sql(
                            """
                            insert into payment_transfers (hotel_id, reservation_id, place, reference, amount, currency, status, paid_on)
                            values (:hotel, :id, :place, :reference, :amount, :currency, :status, :on)
                            """)
                    .param("hotel", whose.hotel())
                    .param("id", whose.reservation())
                    .param("place", place++)
                    .param("reference", each.reference())
                    .param("amount", each.amount())
                    .param("currency", each.currency())
                    .param("status", each.status())
                    .param("on", each.on())
                    .update();
        }
    }
}
