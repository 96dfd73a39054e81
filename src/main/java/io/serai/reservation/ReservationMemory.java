package io.serai.reservation;

import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers deliveries that were taken, so that a repetition costs no look into its booking. It
 * decides nothing: a key counts only while what it stands for is what the booking says, so that a
 * booking changed back is taken, and only until it is acknowledged. It is only written after the
 * transaction that took it.
 */
@Component("reservationMemory")
public class ReservationMemory {

    private static final String KNOWN =
            """
            select count(*)
              from camel_messageprocessed m
              join reservations r on r.account_id = cast(split_part(m.messageid, '/', 1) as bigint)
                                 and r.number = regexp_replace(m.messageid, '^[^/]*/[^/]*/[^/]*/', '')
              join reservation_revisions v on v.reservation_id = r.id and v.revision = r.revision
                                          and v.content_hash = decode(split_part(m.messageid, '/', 2), 'hex')
                                          and v.acknowledged_at is null
             where m.processorname = ? and m.messageid = ? and not r.is_rejected
            """;

    /** Not waited for until it is on the disk: a key that a crash forgets costs a look, no more. */
    private static final String REMEMBER =
            """
            insert into camel_messageprocessed (processorname, messageid, createdat)
            select ?, ?, ? from set_config('synchronous_commit', 'off', true)
            on conflict (processorname, messageid) do update set createdat = excluded.createdat
            """;

    private final JdbcClient jdbc;
    private final ReservationSettings settings;

    ReservationMemory(JdbcClient jdbc, ReservationSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Forgets deliveries older than {@code serai.reservations.remember}; how many. */
    public int purge() {
        return jdbc.sql(
                        """
                        delete from camel_messageprocessed
                         where createdat < localtimestamp - make_interval(secs => ?)
                        """)
                .param(settings.remember().toSeconds())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Keys {

        @Bean
        JdbcMessageIdRepository reservationsTaken(DataSource engineDataSource) {
            var keys = new OneStatementEach(engineDataSource);
            keys.setCreateTableIfNotExists(false);
            // no table name: setting one would put Camel's own statements back
            keys.setQueryString(KNOWN);
            keys.setInsertString(REMEMBER);
            return keys;
        }
    }

    /** Neither looks before it writes nor opens a transaction: each statement says all there is. */
    private static final class OneStatementEach extends JdbcMessageIdRepository {

        OneStatementEach(DataSource database) {
            super(database, "reservation-take");
        }

        @Override
        public boolean contains(String key) {
            return queryForInt(key) > 0;
        }

        @Override
        public boolean add(String key) {
            return insert(key) > 0;
        }
    }
}
