package io.serai.payment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that say of which bookings a channel is to be asked how they are paid. */
@Repository
class WantedReads {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;

    WantedReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A booking whose channel is to be asked.
     *
     * @param since when that was wanted last, as text: a later wish is another one
     */
    record Wanted(long reservation, String provider, String since) {}

    /** Wants a channel asked of one of its bookings; false where no such booking is known. */
    boolean want(String provider, @Nullable Long account, String number) {
        return jdbc.sql(
                                """
                                insert into ota_payments (hotel_id, reservation_id, collected_by, method, status, wanted_at)
                                select r.hotel_id, r.id, 'unknown', 'unknown', case when r.status = 'cancelled' then 'cancelled' else 'expected' end, clock_timestamp()
                                  from reservations r
                                 where r.provider = :provider and r.number = :number and r.hotel_id is not null
                                   and (cast(:account as bigint) is null or r.account_id = :account)
                                on conflict (reservation_id) do update set wanted_at = excluded.wanted_at
                                """)
                        .param("provider", provider)
                        .param("number", number)
                        .param("account", account)
                        .update()
                > 0;
    }

    /** Wants the channel asked of a booking that has a payment. */
    void want(long reservation) {
        jdbc.sql("update ota_payments set wanted_at = clock_timestamp() where reservation_id = ?")
                .param(reservation)
                .update();
    }

    /**
     * Wants channels asked of all bookings that they pay for, from their booking until some time
     * after the departure; how many.
     *
     * @param after after the departure
     * @param zone the time zone of their hotels; null: any
     */
    int all(String provider, @Nullable String mark, Duration after, @Nullable String zone) {
        return jdbc.sql(
                        """
                        update ota_payments p set wanted_at = clock_timestamp()
                          from reservations r join hotels h on h.id = r.hotel_id
                         where r.id = p.reservation_id and r.provider = :provider and p.collected_by <> 'hotel'
                           and r.departure >= serai_today(r.hotel_id) - :days
                           and p.payout_status is distinct from 'paid'
                           and (cast(:mark as text) is null or account_choice(r.account_id, :mark) = 'true')
                           and (cast(:zone as text) is null or h.time_zone = :zone)
                        """)
                .param("provider", provider)
                .param("mark", mark)
                .param("days", (int) after.toDays())
                .param("zone", zone)
                .update();
    }

    List<Wanted> open() {
        return jdbc.sql(
                        """
                        select p.reservation_id as reservation, r.provider, p.wanted_at::text as since
                          from ota_payments p join reservations r on r.id = p.reservation_id
                         where p.wanted_at is not null order by p.wanted_at limit
                        """
                                + AT_ONCE)
                .query(Wanted.class)
                .list();
    }

    /** Ends a wish, unless it is wanted anew since. */
    void settle(Wanted wanted) {
        jdbc.sql(
                        "update ota_payments set wanted_at = null where reservation_id = ? and wanted_at = ?::timestamptz")
                .params(wanted.reservation(), wanted.since())
                .update();
    }

    /**
     * Has a request for the same that is not on its way begin at once; false when it is on its way.
     */
    boolean hurry(long reservation, String action) {
        return jdbc.sql(
                                """
                                update channel_requests set next_try_at = least(next_try_at, now())
                                 where reservation_id = ? and action = ? and settled_at is null and until < clock_timestamp()
                                """)
                        .params(reservation, action)
                        .update()
                > 0;
    }
}
