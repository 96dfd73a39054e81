package io.serai.channel.connection;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrects the hotel's number at the channel where it was mistyped: of a connection that is being
 * added, as long as nothing was sent by it. What was read of the other hotel there is forgotten,
 * and what it was to mean with it.
 */
@Component
public class NumberCorrection {

    private final JdbcClient engine;
    private final TransactionTemplate transaction;

    NumberCorrection(JdbcClient engine, TransactionTemplate transaction) {
        this.engine = engine;
        this.transaction = transaction;
    }

    /**
     * Corrects it; the next step is to test the connection.
     *
     * @param number the hotel's number at the channel
     * @param actor who does it, as the audit names them
     * @throws ConnectionRefused where it cannot be meant, has a connection already, something may
     *     have been sent, or bookings of the other hotel there came in by it
     */
    public void correct(StoredConnection connection, String number, String actor) {
        NewConnections.demandNumber(number);
        try {
            transaction.executeWithoutResult(
                    status -> {
                        engine.sql("select set_config('serai.actor', ?, true)")
                                .param(actor)
                                .query(String.class)
                                .single();
                        demandNoBookings(connection);
                        write(connection.id(), number.strip());
                        forget(connection.id());
                    });
        } catch (DuplicateKeyException there) {
            throw NewConnections.taken(number);
        }
    }

    private void demandNoBookings(StoredConnection connection) {
        long taken =
                engine.sql("select count(*) from reservations where connection_id = ?")
                        .param(connection.id())
                        .query(Long.class)
                        .single();
        if (taken > 0) {
            throw new ConnectionRefused(
                    "hotel's number at the channel: '%s', with bookings that came in by this connection: %d (expected: none; disconnect it, and add the channel anew)"
                            .formatted(connection.remoteHotel(), taken),
                    "Bookings came in by this connection already, so the number stays. Disconnect it, then add the channel anew.");
        }
    }

    private void write(int connection, String number) {
        int written =
                engine.sql(
                                """
                                update third_party_integrations
                                   set configuration = configuration || jsonb_build_object('hotel_id', cast(? as text)),
                                       state = 'reading', state_reason = null, read_at = null, step = 'test'
                                 where id = ? and step is not null and state in ('reading', 'open')
                                """)
                        .params(number, connection)
                        .update();
        if (written == 0) {
            throw new ConnectionRefused(
                    "hotel's number at the channel: of a connection that is added, or whose first"
                            + " sync began (expected: one by which nothing was sent; pause it, and"
                            + " turn it to another hotel there)",
                    "The first sync has begun, so the number cannot be corrected here. Pause it,"
                            + " then use Go live, or another hotel there.");
        }
    }

    private void forget(int connection) {
        engine.sql("delete from ota_content_sync where connection_id = ?")
                .param(connection)
                .update();
        engine.sql("delete from ota_rate_plans where connection_id = ?").param(connection).update();
    }
}
