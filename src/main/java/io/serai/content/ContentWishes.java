package io.serai.content;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has channels told what differs of hotels' content: once a day, and whenever somebody wants it.
 */
@Component("contentWishes")
public class ContentWishes {

    private static final Logger log = LoggerFactory.getLogger(ContentWishes.class);

    private final JdbcClient jdbc;
    private final SyncedConnections connections;
    private final SyncRows rows;
    private final SyncBook book;
    private final ContentReads reads;
    private final Channels channels;
    private final ContentOffers offers;
    private final ContentParts parts;
    private final TransactionTemplate each;

    ContentWishes(
            JdbcClient jdbc,
            SyncedConnections connections,
            SyncRows rows,
            SyncBook book,
            ContentReads reads,
            Channels channels,
            ContentOffers offers,
            ContentParts parts,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.rows = rows;
        this.book = book;
        this.reads = reads;
        this.channels = channels;
        this.offers = offers;
        this.parts = parts;
        this.each = new TransactionTemplate(transactions);
    }

    /**
     * Has all parts looked at of the hotels that are at a channel; how many.
     *
     * @param zone the time zone of the hotels; null: any
     * @throws IllegalStateException when some connections failed; those beside them are wanted
     */
    public int daily(@Header("Serai-Zone") @Nullable String zone) {
        this.parts.sealOpen(jdbc);
        int parts = 0;
        int failed = 0;
        List<SyncedConnection> there = connections.there(zone);
        for (SyncedConnection one : there) {
            try {
                parts += Objects.requireNonNull(each.execute(status -> want(one)));
            } catch (RuntimeException wrong) {
                log.warn("Content of connection {} is not wanted", one.id(), wrong);
                failed++;
            }
        }
        if (failed > 0) {
            throw new IllegalStateException(
                    failed + " of " + there.size() + " connections failed (expected: none)");
        }
        return parts;
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
        connections.find(connection).ifPresent(one -> makeAnew(one, sync));
        want(connection);
        return fields;
    }

    /**
     * Has read at the channel what it holds, all of a connection or one part of it; what is not as
     * the hotel wants it is told with the next sync.
     *
     * @param sync the part's key; null: all
     * @return how many parts; 0: the channel shows none of it
     */
    @Transactional
    public int read(int connection, @Nullable Long sync) {
        return connections
                .find(connection)
                .flatMap(one -> channels.findByCode(one.provider()).map(it -> read(one, it, sync)))
                .orElse(0);
    }

    private int read(SyncedConnection one, Channel channel, @Nullable Long sync) {
        List<String> kinds =
                offers.kinds(channel, one.account()).entrySet().stream()
                        .filter(kind -> kind.getValue().read() != null)
                        .filter(
                                kind ->
                                        offers.isOffered(
                                                channel, one.account(), kind.getValue().read()))
                        .map(Map.Entry::getKey)
                        .toList();
        rows.keep(one, channel, false);
        return reads.want(one.id(), sync, kinds);
    }

    /** Somebody looked, and it is not there: what may have been made is made again. */
    private void makeAnew(SyncedConnection connection, @Nullable Long sync) {
        String[] unsure =
                channels.findByCode(connection.provider()).stream()
                        .flatMap(it -> it.definition().content().kinds().entrySet().stream())
                        .filter(kind -> kind.getValue().unsure() != null)
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new);
        jdbc.sql(
                        """
                        update content_syncs set is_begun = false
                         where connection_id = ? and state = 'broken' and until < now() and kind = any (?) and id = coalesce(?, id)
                        """)
                .param(1, connection.id())
                .param(2, unsure)
                .param(3, sync, Types.BIGINT)
                .update();
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
