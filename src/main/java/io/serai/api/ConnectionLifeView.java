package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.connection.StoredConnection;
import org.jspecify.annotations.Nullable;

/**
 * How far a connection is on its way to selling, or out.
 *
 * @param next what is to be done to have it sell; {@code done} when nothing is
 * @param closedFor why all is told as closed; missing: it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionLifeView(
        String id,
        String state,
        boolean enabled,
        boolean test,
        String next,
        @Nullable String closedFor,
        @Nullable String reason) {

    static ConnectionLifeView of(StoredConnection connection) {
        return new ConnectionLifeView(
                Integer.toString(connection.id()),
                connection.state(),
                connection.enabled(),
                connection.test(),
                connection.next(),
                connection.closedFor(),
                connection.reason());
    }
}
