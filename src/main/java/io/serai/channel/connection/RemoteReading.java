package io.serai.channel.connection;

import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a connection's channel sells of a hotel while somebody waits for it. */
@Component
public class RemoteReading {

    private final ProducerTemplate routes;
    private final JdbcClient engine;

    RemoteReading(ProducerTemplate routes, JdbcClient engine) {
        this.routes = routes;
        this.engine = engine;
    }

    /**
     * Reads it now.
     *
     * @return why it could not be read; empty where it was
     */
    public Optional<String> read(StoredConnection connection) {
        routes.requestBody("direct:connection-read", connection.id());
        return engine.sql("select state_reason from third_party_integrations where id = ?")
                .param(connection.id())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
