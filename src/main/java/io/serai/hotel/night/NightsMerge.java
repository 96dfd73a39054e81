package io.serai.hotel.night;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The end of a writing: versions are compared, and what differs is written. */
final class NightsMerge {

    private static final int TRIES = 5;
    private static final int FETCH = 2000;

    private final DataSource database;
    private final JdbcClient session;
    private final NightSql sql;
    private final HotelNights hotel;
    private final Span span;
    private final int shown;

    NightsMerge(
            DataSource database,
            JdbcClient session,
            NightSql sql,
            HotelNights hotel,
            Span span,
            int shown) {
        this.database = database;
        this.session = session;
        this.sql = sql;
        this.hotel = hotel;
        this.span = span;
        this.shown = shown;
    }

    /**
     * Writes what differs; again where somebody else wrote one of the nights first, just now.
     *
     * @return how many nights became something else
     */
    long write() {
        Connection connection = DataSourceUtils.getConnection(database);
        // two bulk writers of a hotel would lock its nights in different orders
        session.sql("select pg_advisory_xact_lock(cast(? as regclass)::oid::integer, ?)")
                .params(sql.table().table(), hotel.hotel())
                .query()
                .listOfRows();
        for (int left = TRIES; ; left--) {
            try {
                Savepoint before = connection.setSavepoint();
                try {
                    return once();
                } catch (DuplicateKeyException | PessimisticLockingFailureException somebody) {
                    connection.rollback(before);
                    if (left == 1) {
                        throw somebody;
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private long once() {
        check();
        var writing =
                session.sql(sql.writing())
                        .param("first", span.first())
                        .param("last", span.last())
                        .param("hotel", hotel.hotel());
        return (hotel.table() == NightTable.RATES
                        ? writing.param("act", act(), Types.BIGINT)
                        : writing)
                .update();
    }

    /** The act by which this sets prices by hand; null where it sets none. */
    private @Nullable Long act() {
        return session.sql(NightSql.BY_HAND).query(Boolean.class).single()
                ? session.sql("insert into hand_acts (hotel_id) values (?) returning id")
                        .param(hotel.hotel())
                        .query(Long.class)
                        .single()
                : null;
    }

    /**
     * Demands the versions that are named.
     *
     * @throws NightsStale naming the nights that have another
     */
    void check() {
        session.sql(sql.locking()).params(span.first(), span.last()).query(Long.class).single();
        NightColumns columns = new NightColumns(hotel);
        List<NightContent> stale = new ArrayList<>();
        int[] count = new int[1];
        JdbcTemplate few = new JdbcTemplate(database);
        few.setFetchSize(FETCH);
        few.query(
                sql.versioned(),
                row -> {
                    NightContent night = columns.content(row);
                    String version = night.version();
                    if (!version.equals(row.getString("version"))
                            || !version.equals(row.getString("other_version"))) {
                        if (count[0]++ < shown) {
                            stale.add(night);
                        }
                    }
                },
                span.first(),
                span.last());
        if (count[0] > 0) {
            throw new NightsStale(stale, count[0] - stale.size());
        }
    }

    /** What would change. */
    Written changes(long cells) {
        NightColumns columns = new NightColumns(hotel);
        List<Written.Change> changes = new ArrayList<>();
        long[] count = new long[1];
        session.sql(sql.changes())
                .params(span.first(), span.last(), shown)
                .query(
                        row -> {
                            count[0] = row.getLong("changes");
                            changes.add(
                                    new Written.Change(
                                            columns.content(row),
                                            columns.content(row, "new_", Map.of())));
                        });
        return new Written(cells, count[0], changes);
    }
}
