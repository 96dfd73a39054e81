package io.serai.channel.breaker;

import io.serai.channel.DoorHeaders;
import java.util.Optional;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What one breaker is for.
 *
 * @param channel the channel's name in the database
 * @param account the account that is called for
 * @param connection the connection that is called for; null for calls over all hotels of an account
 * @param call the endpoint's name in the channel's description
 */
public record BreakerKey(String channel, long account, @Nullable Long connection, String call) {

    /** What a route's call is for; empty where it does not say, which the door refuses. */
    static Optional<BreakerKey> of(String channel, Message call) {
        Long account = call.getHeader(DoorHeaders.ACCOUNT, Long.class);
        String name = call.getHeader(DoorHeaders.CALL, String.class);
        return account == null || name == null
                ? Optional.empty()
                : Optional.of(
                        new BreakerKey(
                                channel,
                                account,
                                call.getHeader(DoorHeaders.CONNECTION, Long.class),
                                name));
    }

    /** Its name among all: {@code connection 12 rates}, {@code account 7 reservations-poll}. */
    String name() {
        return (connection == null ? "account " + account : "connection " + connection)
                + " "
                + call;
    }
}
