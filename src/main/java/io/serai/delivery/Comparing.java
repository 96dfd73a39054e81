package io.serai.delivery;

import io.serai.ari.Remote;
import io.serai.delivery.price.HotelPrices;
import io.serai.delivery.price.PriceBook;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the nights that marks name, and compares them, all as of one moment. */
@Component
class Comparing {

    private final DataSource database;
    private final Connections connections;
    private final Refusals refusals;
    private final PriceBook prices;
    private final Clock clock;

    Comparing(
            DataSource database,
            JdbcClient jdbc,
            Connections connections,
            Refusals refusals,
            Clock clock) {
        this.database = database;
        this.connections = connections;
        this.refusals = refusals;
        this.prices = new PriceBook(jdbc);
        this.clock = clock;
    }

    /** The marks must have been read before. */
    Comparison compare(Connection connection, List<Mark> marks) {
        int today = connection.today(clock);
        List<Remote> remotes = connections.remotes(connection);
        Nights nights = Nights.of(remotes, marks, today, today + connection.horizon());
        Comparison comparison =
                new Comparison(
                        connection, refusals.of(connection.id()), connections.bounds(connection));
        if (nights.size() > 0) {
            walk(nights, prices.of(connection.hotel(), today), comparison);
            refusals.end(comparison.ended());
            if (comparison.hasUntaken()) {
                refusals.say(connection, nights.of(false), comparison.untaken());
            }
        }
        return comparison;
    }

    private void walk(Nights nights, HotelPrices prices, Comparison comparison) {
        try (java.sql.Connection session = database.getConnection()) {
            session.setAutoCommit(false);
            session.setReadOnly(true);
            session.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
            try {
                walk(session, nights.of(true), null, comparison);
                walk(session, nights.of(false), prices, comparison);
            } finally {
                session.rollback();
                session.setTransactionIsolation(java.sql.Connection.TRANSACTION_READ_COMMITTED);
                session.setReadOnly(false);
                session.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("nights could not be compared: " + e.getMessage(), e);
        }
    }

    private static void walk(
            java.sql.Connection session,
            Nights nights,
            @Nullable HotelPrices prices,
            Comparison comparison)
            throws SQLException {
        if (nights.size() > 0) {
            try (NightRows rows = NightRows.open(session, nights, prices)) {
                rows.forEach(comparison::look);
            }
        }
    }
}
