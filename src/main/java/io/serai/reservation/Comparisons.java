package io.serai.reservation;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which connections' reservations are to be compared with those that their channels list. */
@Repository
class Comparisons {

    private static final String COMPARABLE =
            "state in ('open', 'broken') and account_id is not null and remote_hotel is not null";

    private final JdbcClient jdbc;

    Comparisons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Wants the reservations of all of an account's connections compared.
     *
     * @param since from when on what happened may have been missed
     */
    void wantAll(long accountId, Instant since) {
        jdbc.sql(
                        """
                        insert into reservation_comparisons (connection_id, hotel_id)
                        select id, hotel_id from third_party_integrations where account_id = :account and
                        """
                                + COMPARABLE
                                + """
                                on conflict (connection_id) do update
                                   set since = least(reservation_comparisons.since, :since), wanted_at = now()
                                """)
                .param("account", accountId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Wants those compared that never were; how many. */
    int wantFirst() {
        return jdbc.sql(
                        """
                        insert into reservation_comparisons (connection_id, hotel_id)
                        select id, hotel_id from third_party_integrations c
                         where not exists (select from reservation_comparisons r where r.connection_id = c.id) and
                        """
                                + COMPARABLE
                                + " on conflict do nothing")
                .update();
    }
}
