package io.serai.vault;

import io.serai.database.audit.Audit;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a card in full to one person, for seconds and with a reason. Who may, the caller has
 * looked; that it was asked for, and that it was looked at, is in the audit before a digit leaves.
 */
@Component
public class CardReveals {

    /** The fewest characters of a reason. */
    public static final int SHORTEST = 8;

    /** The most characters of a reason. */
    public static final int LONGEST = 300;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final ClearCards cards;
    private final Duration shownFor;
    private final Audit audit;
    private final Clock clock;

    CardReveals(
            JdbcClient jdbc, ClearCards cards, VaultSettings settings, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.shownFor = settings.revealFor();
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a reason has the length of one. */
    public static boolean isReason(String reason) {
        return reason.length() >= SHORTEST && reason.length() <= LONGEST;
    }

    /** For how long a card is shown. */
    public Duration shownFor() {
        return shownFor;
    }

    /** Whether the vault keeps a card of a reservation. */
    public boolean isKept(int hotel, long reservation) {
        return jdbc.sql(
                        "select exists (select from card_reservations k join cards c on c.id = k.card_id where k.hotel_id = ? and k.reservation_id = ?)")
                .params(hotel, reservation)
                .query(Boolean.class)
                .single();
    }

    /**
     * A leave to look.
     *
     * @param id nobody can guess it
     * @param until when it ends
     */
    public record Leave(String id, Instant until) {}

    /**
     * Lets a person see the card that pays a reservation, for {@code serai.vault.reveal-for}.
     *
     * @param actor who, as the audit names them
     * @param reason why, in their words; what looks like a card number in it is masked
     * @return empty when the reservation has no card here, or no more
     */
    @Transactional
    public Optional<Leave> open(int hotel, long reservation, String actor, String reason) {
        var leave = new Leave(newId(), clock.instant().plus(shownFor));
        var why = SecretMask.mask(reason.strip());
        int opened =
                jdbc.sql(
                                """
                                insert into card_reveals (id, hotel_id, reservation_id, card_id, actor, reason, until)
                                select :id, k.hotel_id, k.reservation_id, k.card_id, :actor, :reason, :until
                                  from card_reservations k
                                  join cards c on c.id = k.card_id
                                  left join ota_payments p on p.reservation_id = k.reservation_id
                                 where k.hotel_id = :hotel and k.reservation_id = :reservation
                                 order by (p.card_token = c.token) desc nulls last, k.created_at desc limit 1
                                """)
                        .param("id", leave.id())
                        .param("actor", actor)
                        .param("reason", why)
                        .param("until", leave.until().atOffset(ZoneOffset.UTC))
                        .param("hotel", hotel)
                        .param("reservation", reservation)
                        .update();
        if (opened == 0) {
            return Optional.empty();
        }
        note(actor, hotel, reservation, "ask-for-card", why);
        return Optional.of(leave);
    }

    /**
     * The card, while the leave lasts.
     *
     * @param actor must be who asked for the leave
     * @return empty when there is no such leave of theirs, when it is over, or the card is gone
     */
    @Transactional
    public Optional<ClearCard> show(int hotel, long reservation, String id, String actor) {
        return jdbc.sql(
                        """
                        update card_reveals v set shown_at = coalesce(v.shown_at, cast(:now as timestamptz))
                          from cards c
                         where c.id = v.card_id and v.id = :id and v.hotel_id = :hotel and v.reservation_id = :reservation
                           and v.actor = :actor and v.until > :now
                        returning c.token, v.reason
                        """)
                .param("id", id)
                .param("hotel", hotel)
                .param("reservation", reservation)
                .param("actor", actor)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(
                        (row, number) -> {
                            note(actor, hotel, reservation, "reveal-card", row.getString(2));
                            return new CardToken(row.getString(1));
                        })
                .optional()
                .flatMap(cards::open);
    }

    private void note(String actor, int hotel, long reservation, String act, String reason) {
        audit.record(actor, act, new Audit.Subject(hotel, "reservation", reservation), reason);
    }

    private static String newId() {
        return new BigInteger(130, RANDOM).setBit(130).toString(32).substring(1);
    }
}
