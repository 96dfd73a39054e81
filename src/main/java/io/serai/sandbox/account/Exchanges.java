package io.serai.sandbox.account;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How often each account exchanged its secret for a token, kept over restarts. */
final class Exchanges {

    private final JdbcClient jdbc;
    private final int perHour;

    Exchanges(JdbcClient jdbc, int perHour) {
        this.jdbc = jdbc;
        this.perHour = perHour;
    }

    /** Counts one more, or says false when the hour is full. */
    boolean countOne(String clientId) {
        return jdbc.sql(
                                """
                                insert into token_exchange (client_id, at)
                                select :account, clock_timestamp()
                                 where (select count(*) from token_exchange
                                         where client_id = :account
                                           and at > clock_timestamp() - interval '1 hour') < :most""")
                        .param("account", clientId)
                        .param("most", perHour)
                        .update()
                == 1;
    }
}
