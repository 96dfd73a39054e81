package io.serai.content;

import io.serai.channel.Channels;
import java.util.Optional;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has channels told what differs of hotels' content: once a day, and whenever somebody wants it.
 */
@Component("contentWishes")
public class ContentWishes {

    private final JdbcClient jdbc;
    private final SyncedConnections connections;
    private final SyncRows rows;
    private final SyncBook book;
    private final Channels channels;

    ContentWishes(
            JdbcClient jdbc,
            SyncedConnections connections,
            SyncRows rows,
            SyncBook book,
            Channels channels) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.rows = rows;
        this.book = book;
        this.channels = channels;
    }

    /**
     * Has all parts looked at of the hotels that are at a channel; how many.
     *
     * @param zone the time zone of the hotels; null: any
     */
    @Transactional
    public int daily(@Header("Serai-Zone") @Nullable String zone) {
        return connections.there(zone).stream().mapToInt(this::want).sum();
    }

    /** Has all parts of a connection looked at; how many. */
    @Transactional
    public int want(int connection) {
        return connections.find(connection).map(this::want).orElse(0);
    }

    /**
     * Has what the channel refused sent again as it is, all of a connection or one part of it; how
     * many fields.
     *
     * @param sync the part's key; null: all
     */
    @Transactional
    public int tryAgain(int connection, @Nullable Long sync) {
        int fields =
                jdbc.sql(
                                """
                                update ota_content_sync set state = 'unknown', is_whole = false, code = null, words = null
                                 where connection_id = :connection and state = 'refused' and (cast(:sync as bigint) is null or sync_id = :sync)
                                """)
                        .param("connection", connection)
                        .param("sync", sync)
                        .update();
        want(connection);
        return fields;
    }

    private int want(SyncedConnection connection) {
        Optional<Integer> wanted =
                channels.findByCode(connection.provider())
                        .map(
                                channel -> {
                                    rows.keep(connection, channel, false);
                                    return book.want(connection.id());
                                });
        return wanted.orElse(0);
    }
}
