package io.serai.channel.connection;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends what was to be closed at a channel first, once the channel was told so. */
@Component("connectionClosing")
public class ConnectionClosing {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionClosing.class);

    private final JdbcClient engine;
    private final TellingProgress progress;

    ConnectionClosing(JdbcClient engine, TellingProgress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /** Pauses and leaves connections that are closed, and forgets what rooms and rates meant. */
    public void finish() {
        engine.sql(
                        """
                        select distinct c.id from third_party_integrations c left join ota_rate_plans r on r.connection_id = c.id and r.is_leaving
                         where c.open and (c.closed_for in ('pause', 'disconnect') or r.id is not null)
                        """)
                .query(Integer.class)
                .list()
                .forEach(this::finish);
    }

    /** What a channel refused to close stays as it is: it would go on selling unseen. */
    private void finish(int connection) {
        TellingProgress.Progress now = progress.of(engine, connection);
        if (!now.isDone() || now.refused() > 0) {
            return;
        }
        List<String> ended =
                engine.sql(
                                """
                                update third_party_integrations c
                                   set closed_for = null, is_enabled = false, state = case o.closed_for when 'disconnect' then 'disconnected' else c.state end
                                  from third_party_integrations o
                                 where c.id = ? and o.id = c.id and c.closed_for in ('pause', 'disconnect')
                                   and not exists (select from marks m where m.connection_id = c.id)
                                returning o.closed_for
                                """)
                        .param(connection)
                        .query(String.class)
                        .list();
        ended.forEach(why -> LOG.info("connection {} is closed there: {}", connection, why));
        engine.sql(
                        """
                        update ota_rate_plans r set room_type_id = null, product_id = null, mapped_by = null, is_leaving = false
                         where r.connection_id = ? and r.is_leaving and not exists (select from marks m where m.connection_id = r.connection_id)
                        """)
                .param(connection)
                .update();
    }
}
