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
    private final Gates gates;
    private final PriceApprovals approvals;
    private final PriceBook prices;
    private final Clock clock;

    Comparing(
            DataSource database,
            JdbcClient jdbc,
            Connections connections,
            Refusals refusals,
            Gates gates,
            PriceApprovals approvals,
            Clock clock) {
        this.database = database;
        this.connections = connections;
        this.refusals = refusals;
        this.gates = gates;
        this.approvals = approvals;
        this.prices = new PriceBook(jdbc);
        this.clock = clock;
    }

    /** The marks must have been read before. */
    Comparison compare(Connection connection, List<Mark> marks) {
        int today = connection.today(clock);
        List<Remote> remotes = connections.remotes(connection);
        Gate gate = gates.of(connection, today);
        Nights nights =
                Nights.of(remotes, marks, today, today + connection.horizon(), gate.reach());
        Comparison comparison =
                new Comparison(
                        connection,
                        refusals.of(connection.id()),
                        gate,
                        connections.closed(connection));
        if (nights.size() > 0) {
            walk(nights, prices.of(connection.hotel(), today), gate.reach(), comparison);
            refusals.end(comparison.ended());
            approvals.end(gate.ended());
            if (comparison.hasUntaken()) {
                refusals.say(connection, nights.of(false), comparison.untaken(), gate.holds());
            }
        }
        return comparison;
    }

    private void walk(Nights nights, HotelPrices prices, int reach, Comparison comparison) {
        try (java.sql.Connection session = database.getConnection()) {
            session.setAutoCommit(false);
            session.setReadOnly(true);
            session.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
            try {
                Nights rates = nights.of(false);
                walk(session, nights.of(true), null, comparison::look);
                walk(
                        session,
                        rates.widened(reach),
                        prices,
                        new NightsInOrder(rates, reach, comparison::look));
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
            NightRows.Looker looker)
            throws SQLException {
        if (nights.size() > 0) {
            try (NightRows rows = NightRows.open(session, nights, prices)) {
                rows.forEach(looker);
            }
        }
    }
}
