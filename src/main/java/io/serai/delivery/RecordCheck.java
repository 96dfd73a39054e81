package io.serai.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The safety net under marks: compares all that a connection wants with all that its channel holds,
 * a slice of connections at a time and each once a day, and marks what differs although no mark
 * says so. That is nothing, unless something was missed.
 */
@Component("recordCheck")
public class RecordCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RecordCheck.class);

    private final RecordTurns turns;
    private final Claims claims;
    private final Connections connections;
    private final Comparing comparing;
    private final Marks marks;
    private final Wakes wakes;
    private final DeliverySettings settings;
    private final Clock clock;

    RecordCheck(
            RecordTurns turns,
            Claims claims,
            Connections connections,
            Comparing comparing,
            Marks marks,
            Wakes wakes,
            DeliverySettings settings,
            Clock clock) {
        this.turns = turns;
        this.claims = claims;
        this.connections = connections;
        this.comparing = comparing;
        this.marks = marks;
        this.wakes = wakes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Compares prices and restrictions; see {@link #rooms}. */
    public void rates(Exchange exchange, int least) {
        check(exchange, false, least);
    }

    /**
     * Compares rooms to sell, of the connections whose turn it is.
     *
     * @param exchange gets as variables: {@code looked} connections, {@code missed} nights of a
     *     room or rate that differ and were not marked, {@code old} marks that lay for a minute,
     *     and {@code problems}, what could not be compared and why
     * @param least connections at a time, at least; more where so many would not do for all in a
     *     day
     */
    public void rooms(Exchange exchange, int least) {
        check(exchange, true, least);
    }

    private void check(Exchange exchange, boolean rooms, int least) {
        Message due = exchange.getMessage();
        String zone = due.getHeader("Serai-Zone", String.class);
        Long every = due.getHeader("Serai-Every", Long.class);
        int old = marks.old(rooms, zone);
        int looked = 0;
        int missed = 0;
        List<String> problems = new ArrayList<>();
        for (int id :
                turns.due(rooms, zone, every == null ? null : Duration.ofMillis(every), least)) {
            try {
                Integer found = look(id, rooms);
                looked += found == null ? 0 : 1;
                missed += found == null ? 0 : found;
            } catch (RuntimeException e) {
                LOG.error("connection {} could not be compared", id, e);
                problems.add("connection " + id + ": " + e.getMessage());
                turns.later(rooms, id);
            }
        }
        exchange.setVariable("looked", looked);
        exchange.setVariable("missed", missed);
        exchange.setVariable("old", old);
        exchange.setVariable("problems", String.join("; ", problems));
        if (old > 0 || missed > 0) {
            wakes.afterCommit();
        }
    }

    /** How many nights were missed; null when somebody works for the connection: the next turn. */
    private @Nullable Integer look(int id, boolean rooms) {
        Optional<Connection> found = connections.find(id);
        if (found.isEmpty()) {
            turns.done(rooms, id);
            return null;
        }
        Connection connection = found.get();
        Optional<Claim> claim = claims.takeOne(id, settings.lease(connection));
        if (claim.isEmpty()) {
            return null;
        }
        try {
            int missed = compare(connection, rooms);
            turns.done(rooms, id);
            return missed;
        } finally {
            claims.leave(claim.get());
            wakes.here();
        }
    }

    /**
     * Nobody deletes marks of a connection that is claimed, and marks are read after the nights: a
     * change that was seen is either told or marked.
     */
    private int compare(Connection connection, boolean rooms) {
        int today = connection.today(clock);
        List<Mark> all =
                connections.remotes(connection).stream()
                        .filter(remote -> remote.isRoom() == rooms)
                        .map(
                                remote ->
                                        new Mark(
                                                0,
                                                rooms,
                                                remote.source(),
                                                today,
                                                today + connection.horizon()))
                        .distinct()
                        .toList();
        Unmarked unmarked = new Unmarked();
        comparing.compare(connection, all).batches().stream()
                .flatMap(batch -> batch.ranges().stream())
                .forEach(unmarked::differs);
        if (unmarked.isNothing()) {
            return 0;
        }
        marks.read(connection.id(), Integer.MAX_VALUE).forEach(unmarked::isMarked);
        marks.missed(connection, unmarked.nights());
        if (unmarked.count() > 0) {
            LOG.warn(
                    "connection {}: {} nights differ from what the channel holds, and no change said so",
                    connection.id(),
                    unmarked.count());
        }
        return unmarked.count();
    }
}
