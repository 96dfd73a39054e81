package io.serai.reservation;

import io.serai.database.watch.Watched;
import io.serai.database.watch.Watched.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How long reservations wait for their confirmation, by the database's clock, and what is wrong
 * with what is sold.
 */
@Configuration(proxyBeanMethods = false)
class ReservationFigures {

    @Bean
    Watched clocks() {
        return Watched.often(
                """
                select p.provider as channel,
                       coalesce(extract(epoch from now() - min(w.begun)), 0) as oldest,
                       coalesce(extract(epoch from min(w.expires_at) - now()), 'NaN') as nearest,
                       coalesce(max(extract(epoch from now() - w.begun) / greatest(extract(epoch from w.expires_at - w.begun), 1)), 0) as used
                  from (select distinct provider from channel_accounts where state <> 'trial') p
                  left join lateral (
                       select v.expires_at, coalesce(v.changed_at, v.received_at) as begun
                         from reservation_revisions v join reservations r on r.id = v.reservation_id and r.revision = v.revision
                        where v.expires_at is not null and v.acknowledged_at is null and v.confirm_ended_at is null
                          and not r.is_rejected and r.provider = p.provider) w on true
                 group by p.provider
                """,
                Figure.seconds(
                        "oldest",
                        "serai.reservations.unconfirmed.age",
                        "How long the oldest reservation waits for its confirmation; 0: none"),
                Figure.seconds(
                        "nearest",
                        "serai.reservations.deadline",
                        "Until a channel gives up on a reservation next; below 0 since it did; not a number: none waits"),
                Figure.of(
                        "used",
                        "serai.reservations.clock",
                        "The largest share of its time that a reservation has waited for its confirmation; 0: none, above 1: it is over"));
    }

    @Bean
    Watched stockDifferences() {
        return Watched.often(
                """
                select coalesce(sum(jsonb_array_length(detail)), 0) as nights
                  from (select distinct on (hotel_id) detail from ota_sync_logs
                         where name = 'stock-check' and hotel_id is not null and at > now() - interval '2 days'
                         order by hotel_id, at desc, id desc) latest
                """,
                Figure.of(
                        "nights",
                        "serai.stock.differences",
                        "Nights that said other than their reservations what is sold, when each hotel was compared last"));
    }

    @Bean
    Watched oversoldFigures() {
        return Watched.seldom(
                """
                select count(*) as nights from rooms_to_sell
                 where is_oversold and sold > 0 and night >= current_date and night < current_date + 730
                """,
                Figure.of(
                        "nights",
                        "serai.rooms.oversold",
                        "Nights of a room type from today on that are sold too often"));
    }
}
