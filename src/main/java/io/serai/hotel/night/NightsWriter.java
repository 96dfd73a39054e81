package io.serai.hotel.night;

import io.serai.delivery.Wakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;

/**
 * Writes nights of a hotel, one or a million, whole or not at all. Elements are loaded into a
 * staging table as they come in; one statement then writes what differs.
 */
@Component
public class NightsWriter {

    private final DataSource database;
    private final Runnable wake;
    private final NightsSettings settings;

    @Autowired
    NightsWriter(
            @Qualifier("appDataSource") DataSource database, Wakes wakes, NightsSettings settings) {
        this(database, wakes::afterCommit, settings);
    }

    /**
     * @param wake has the dispatcher know with the commit
     */
    NightsWriter(DataSource database, Runnable wake, NightsSettings settings) {
        this.database = database;
        this.wake = wake;
        this.settings = settings;
    }

    /**
     * Writes in the caller's transaction; the dispatcher knows with its commit.
     *
     * @param session the transaction's database, with the hotel in sight
     * @param dryRun whether only to say what would change
     * @throws NightsRefused when an element cannot be meant
     * @throws NightsStale when a night has not the version that an element names
     * @throws TooMuch when it names more nights than are taken at once
     * @throws IOException when the elements do not come in whole, or cannot be parsed
     */
    public Written write(JdbcClient session, HotelNights hotel, Updates updates, boolean dryRun)
            throws IOException {
        NightSql sql = new NightSql(hotel.table());
        session.sql(sql.staging()).update();
        return merge(session, hotel, sql, stage(hotel, updates), dryRun);
    }

    /**
     * Writes elements that were understood already, in the caller's transaction; the dispatcher
     * knows with its commit.
     *
     * @param session the transaction's database, with the hotel in sight
     * @throws NightsStale when a night has not the version that an element names
     */
    public Written write(JdbcClient session, HotelNights hotel, List<NightUpdate> updates) {
        NightSql sql = new NightSql(hotel.table());
        session.sql(sql.staging()).update();
        Connection connection = DataSourceUtils.getConnection(database);
        try (Staging staging = new Staging(connection, hotel.table())) {
            updates.forEach(staging::add);
            staging.finish();
            return merge(session, hotel, sql, span(staging), false);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Written merge(
            JdbcClient session,
            HotelNights hotel,
            NightSql sql,
            @Nullable Span span,
            boolean dryRun) {
        if (span == null) {
            return new Written(0, 0, List.of());
        }
        long cells = session.sql(sql.merging()).update();
        session.sql("analyze wanted_nights").update();
        NightsMerge merge = new NightsMerge(database, session, sql, hotel, span, settings.shown());
        if (dryRun) {
            merge.check();
            return merge.changes(cells);
        }
        long changed = merge.write();
        wake.run();
        return new Written(cells, changed, List.of());
    }

    private @Nullable Span stage(HotelNights hotel, Updates updates) throws IOException {
        Faults faults = new Faults();
        UpdateReader reader = new UpdateReader(hotel, faults);
        Connection connection = DataSourceUtils.getConnection(database);
        try (Staging staging = new Staging(connection, hotel.table())) {
            Cells cells = new Cells(settings.maxCells());
            updates.read(
                    (where, element) -> {
                        NightUpdate update = reader.read(where, element);
                        if (update != null && !faults.any()) {
                            cells.add(update.span());
                            staging.add(update);
                        }
                    });
            if (faults.any()) {
                throw faults.refused();
            }
            staging.finish();
            return span(staging);
        } catch (SQLException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw e.getCause().getCause() instanceof SQLException sql ? failed(sql) : e;
        }
    }

    private static @Nullable Span span(Staging staging) {
        return staging.first() == null || staging.last() == null
                ? null
                : new Span(staging.first(), staging.last());
    }

    private static RuntimeException failed(SQLException e) {
        var known = new SQLExceptionSubclassTranslator().translate("staging", null, e);
        return known == null ? new IllegalStateException(e) : known;
    }

    /** Counts what a request names. */
    private static final class Cells {

        private final long most;
        private long count;

        Cells(long most) {
            this.most = most;
        }

        void add(long nights) {
            count += nights;
            if (count > most) {
                throw new TooMuch(
                        "nights: more than "
                                + most
                                + " (expected: at most so many in one request, serai.nights.max-cells)");
            }
        }
    }
}
