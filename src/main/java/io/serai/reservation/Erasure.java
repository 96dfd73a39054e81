package io.serai.reservation;

import io.serai.channel.webhook.BookingMentions;
import io.serai.channel.webhook.KeptBodies;
import io.serai.database.audit.Audit;
import io.serai.delivery.ParkedBodies;
import io.serai.vault.CardClaims;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the people of a booking for good. The figures of its invoice stay: number, stay, rooms,
 * prices, taxes, services, payment and every revision of them. Whatever is told of the booking
 * since is taken without people, be it replayed, delivered again or new; what waited with people in
 * it is set aside.
 */
@Component
public class Erasure {

    private final JdbcClient jdbc;
    private final Reservations reservations;
    private final Erasing erasing;
    private final CardClaims cards;
    private final ParkedBodies parked;
    private final KeptBodies calls;
    private final Audit audit;

    Erasure(
            JdbcClient jdbc,
            Reservations reservations,
            Erasing erasing,
            CardClaims cards,
            ParkedBodies parked,
            KeptBodies calls,
            Audit audit) {
        this.jdbc = jdbc;
        this.reservations = reservations;
        this.erasing = erasing;
        this.cards = cards;
        this.parked = parked;
        this.calls = calls;
        this.audit = audit;
    }

    /**
     * What became of it.
     *
     * @param kept why the people stay for now; null: they are erased
     * @param setAside messages that waited and are none any more, or whose text is gone
     */
    public record Erased(long reservation, @Nullable String kept, int setAside) {}

    /**
     * Erases the people of a booking, unless the hotel still needs them: a guest who is still to
     * come, or a card on which a fee can still begin to be charged.
     *
     * @param actor who wants it, as the audit names them
     * @param reason why, without naming anybody
     * @throws IllegalArgumentException where there is no such booking
     */
    @Transactional
    public Erased erase(long reservation, String actor, String reason) {
        var known =
                reservations
                        .lock(reservation)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "reservation: "
                                                        + reservation
                                                        + " (expected: one that is there)"));
        var needed = needed(reservation);
        if (needed.isPresent()) {
            return new Erased(reservation, needed.get(), 0);
        }
        cards.detach(reservation);
        erasing.erase(known, actor);
        audit.record(
                actor,
                "erase-people",
                new Audit.Subject(known.hotelId(), "reservation", reservation),
                reason);
        return new Erased(reservation, null, sweep(reservation, actor));
    }

    /**
     * Sets aside what still waits with the people of an erased booking in it, or came again since;
     * how much.
     */
    @Transactional
    public int sweep(long reservation, String actor) {
        record Row(BookingMentions.Booking booking, Instant since) {}
        var row =
                jdbc.sql(
                                "select hotel_id, account_id, number, created_at from reservations where id = ?")
                        .param(reservation)
                        .query(
                                (found, index) ->
                                        new Row(
                                                new BookingMentions.Booking(
                                                        (Integer) found.getObject(1),
                                                        (Long) found.getObject(2),
                                                        found.getString(3)),
                                                found.getObject(4, OffsetDateTime.class)
                                                        .toInstant()
                                                        .minusSeconds(86_400)))
                        .single();
        return parked.discard(row.booking(), actor)
                + (row.booking().account() == null ? 0 : calls.forget(row.booking(), row.since()));
    }

    private Optional<String> needed(long reservation) {
        return jdbc.sql(
                        """
                        select r.status, r.departure, greatest(r.arrival, p.chargeable_from) as chargeable, serai_today(r.hotel_id) as today,
                               exists (select from card_reservations k where k.reservation_id = r.id) as card
                          from reservations r left join ota_payments p on p.reservation_id = r.id
                         where r.id = ? and r.hotel_id is not null and r.departure is not null
                        """)
                .param(reservation)
                .query(
                        (row, number) -> {
                            var today = row.getObject("today", LocalDate.class);
                            var departure = row.getObject("departure", LocalDate.class);
                            var chargeable = row.getObject("chargeable", LocalDate.class);
                            var awaited =
                                    !row.getString("status").matches("cancelled|no-show")
                                            && departure.isAfter(today);
                            return Optional.<String>ofNullable(
                                    awaited
                                            ? "the guest stays until " + departure
                                            : row.getBoolean("card") && !chargeable.isBefore(today)
                                                    ? "its card may be charged from " + chargeable
                                                    : null);
                        })
                .optional()
                .flatMap(why -> why);
    }
}
