package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.connection.ConnectionLife;
import io.serai.channel.connection.StoredConnection;
import io.serai.delivery.ConnectionCheck;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens, pauses and leaves connections, as the pages do. */
@Component("apiConnectionLife")
public class ApiConnectionLife {

    private final CalledConnections called;
    private final ConnectionLife life;
    private final ConnectionCheck check;

    ApiConnectionLife(CalledConnections called, ConnectionLife life, ConnectionCheck check) {
        this.called = called;
        this.life = life;
        this.check = check;
    }

    /** Tells everything closed for the first time, or has it sell. */
    public ConnectionLifeView open(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        boolean first = said(body, "first");
        return act(
                caller,
                id,
                (session, connection) -> {
                    if (first) {
                        check.demand(session, connection);
                        life.syncFirst(session, connection);
                    } else {
                        life.resume(session, connection);
                    }
                });
    }

    /** Sends nothing any more. */
    public ConnectionLifeView pause(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        boolean close = said(body, "close");
        return act(caller, id, (session, connection) -> life.pause(session, connection, close));
    }

    /** Leaves the channel. */
    public ConnectionLifeView disconnect(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        boolean close = said(body, "close");
        return act(
                caller, id, (session, connection) -> life.disconnect(session, connection, close));
    }

    private static boolean said(@Nullable ObjectNode body, String name) {
        Form form = Form.of(body, Set.of(name));
        if (!form.names(name)) {
            throw form.refusal(name, "missing", "true or false");
        }
        return form.flag(name, false);
    }

    private ConnectionLifeView act(
            Caller caller, String id, BiConsumer<JdbcClient, StoredConnection> act) {
        called.at(
                caller,
                id,
                (session, connection) -> {
                    act.accept(session, connection);
                    return true;
                });
        return ConnectionLifeView.of(called.find(caller, id));
    }
}
