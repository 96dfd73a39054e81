package io.serai.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the time of cards and of their security codes, each by its hotel's clock.
 *
 * <p>A card is kept for a reservation until what {@code hotel_privacy.cards} names: so many days
 * after departure (after the original arrival, where it was cancelled), when nothing more is to be
 * charged (what was given back may be charged again), or its own expiry; but never before the day
 * after which the last fee can begin to be charged (arrival, or when a virtual card opens,
 * whichever is later), and no longer than {@code serai.vault.card-longest} after departure. A card
 * that several reservations claim goes with the last.
 */
public class CardEnds {

    private static final Logger log = LoggerFactory.getLogger(CardEnds.class);

    /** Each reservation of a card, with the last day on which a fee may begin to be charged. */
    private static final String CLAIMS =
            """
            select k.card_id, k.hotel_id, k.reservation_id, k.settled_at, c.expires_on, c.created_at, r.status, r.arrival, r.departure,
                   greatest(r.arrival, p.chargeable_from, (c.created_at at time zone h.time_zone)::date) as chargeable,
                   coalesce(v.cards, 'departure') as rule, coalesce(v.card_days, 30) as days, h.time_zone,
                   (cast(:now as timestamptz) at time zone h.time_zone)::date as today
              from card_reservations k
              join cards c on c.id = k.card_id
              join hotels h on h.id = k.hotel_id
              join reservations r on r.id = k.reservation_id
              left join ota_payments p on p.reservation_id = k.reservation_id
              left join hotel_privacy v on v.hotel_id = k.hotel_id
            """;

    /** What the rule names; where it never comes, the longest time there is. */
    private static final String IS_OVER =
            """
            today > chargeable
               and today >= coalesce(
                       least(case rule when 'settled' then case when settled_at is not null and not exists (
                                                                     select from payment_dues d
                                                                      where d.reservation_id = claims.reservation_id
                                                                        and not d.is_paid and d.due - d.charged + d.refunded > 0)
                                                                then (settled_at at time zone time_zone)::date end
                                       when 'expiry'  then expires_on + 1
                                       else case when status = 'cancelled' then arrival else departure end + days end,
                             coalesce(departure, arrival) + cast(:longest as integer)), today)
            """;

    private final JdbcClient jdbc;
    private final VaultSettings settings;
    private final Clock clock;

    CardEnds(JdbcClient jdbc, VaultSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Erases security codes that nobody charged in {@code serai.vault.code-keep} after the first
     * day on which it could be done; how many.
     */
    public int endCodes() {
        int ended =
                jdbc.sql(
                                "with claims as ("
                                        + CLAIMS
                                        + """
                                        )
                                        update cards c set code_sealed = null, code_erased_at = :now
                                         where c.code_sealed is not null
                                           and not exists (select from claims k where k.card_id = c.id and k.today <= k.chargeable + cast(:keep as integer))
                                           and (exists (select from claims k where k.card_id = c.id)
                                                or c.created_at < cast(:now as timestamptz) - make_interval(days => :keep))
                                        """)
                        .param("now", now())
                        .param("keep", days(settings.codeKeep()))
                        .update();
        log.info("{} security codes of cards ended", ended);
        return ended;
    }

    /**
     * Deletes cards whose time is over; how many. One that came again within the hour waits, since
     * the reservation that it came for may be under way.
     */
    @Transactional
    public int endCards() {
        over("""
                         select p.reservation_id from ota_payments p
                         where p.reservation_id in (select reservation_id from over) order by p.reservation_id for update
                        """)
                .query()
                .listOfRows(); // whoever writes a payment and its cards holds the payment first
        over("""
                        , gone as (
                            delete from card_reservations k using over
                             where k.card_id = over.card_id and k.reservation_id = over.reservation_id
                            returning k.card_id, k.reservation_id),
                        paid_with as (
                            update payment_cards v set card_token = null
                              from gone join cards c on c.id = gone.card_id
                             where v.reservation_id = gone.reservation_id and v.card_token = c.token)
                        update ota_payments p set card_token = null
                          from gone join cards c on c.id = gone.card_id
                         where p.reservation_id = gone.reservation_id and p.card_token = c.token
                        """)
                .update();
        int ended =
                jdbc.sql(
                                """
                                delete from cards c
                                 where c.was_claimed and c.updated_at < now() - interval '1 hour'
                                   and not exists (select from card_reservations k where k.card_id = c.id)
                                """)
                        .update();
        log.info("{} cards ended", ended);
        return ended;
    }

    /** What is done with the claims whose time is over. */
    private JdbcClient.StatementSpec over(String sql) {
        return jdbc.sql(
                        "with claims as ("
                                + CLAIMS
                                + "), over as (select card_id, reservation_id from claims where "
                                + IS_OVER
                                + ")"
                                + sql)
                .param("now", now())
                .param("longest", days(settings.cardLongest()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static int days(Duration time) {
        return Math.toIntExact(time.toDays());
    }
}
