package io.serai.channel.connection;

import io.serai.channel.DoorHeaders;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a call is a test: its connection's configuration says {@code test_mode}, or, for a call
 * over all hotels of an account, that of every connection of the account does.
 */
@Component("testMode")
public class TestMode {

    private final JdbcClient jdbc;

    TestMode(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether it is; an account without connections is none.
     *
     * @param asked how a call is made that tries another mode than the connection's; null: as that
     */
    public boolean applies(
            @Header(DoorHeaders.ACCOUNT) long account,
            @Header(DoorHeaders.CONNECTION) @Nullable Long connection,
            @Header(DoorHeaders.TEST) @Nullable Boolean asked) {
        if (asked != null) {
            return asked;
        }
        return jdbc.sql(
                        """
                        select coalesce(bool_and(test_mode), false) from third_party_integrations
                         where account_id = :account and state <> 'disconnected'
                           and (cast(:connection as bigint) is null or id = :connection)
                        """)
                .param("account", account)
                .param("connection", connection)
                .query(Boolean.class)
                .single();
    }
}
