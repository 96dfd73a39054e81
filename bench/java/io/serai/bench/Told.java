package io.serai.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Serai told channels, and what these accepted, by its own record. */
final class Told {

    /** A count of rooms that a channel accepted for nights from one to another. */
    private record Count(
            LocalDate from, LocalDate beyond, int rooms, Instant opened, Instant accepted) {

        boolean isOf(LocalDate night) {
            return !night.isBefore(from) && night.isBefore(beyond);
        }
    }

    private final JdbcClient jdbc;
    private final Map<String, List<Count>> counts = new HashMap<>();

    Told(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(
                        """
                        select c.provider || ' ' || t.code, lower(g.nights), upper(g.nights), (g.sent ->> 'rooms')::integer, a.opened_at, a.answered_at
                          from attempt_ranges g
                          join attempts a on a.id = g.attempt_id and a.outcome in ('applied', 'partly')
                          join ota_rate_plans p on p.id = g.remote_id
                          join room_types t on t.id = p.room_type_id
                          join third_party_integrations c on c.id = g.connection_id
                         where g.sent ? 'rooms' and g.outcome is distinct from 'refused'
                         order by a.answered_at
                        """
                                .replace("g.sent ? 'rooms'", "jsonb_exists(g.sent, 'rooms')"))
                .query(
                        row -> {
                            counts.computeIfAbsent(row.getString(1), room -> new ArrayList<>())
                                    .add(
                                            new Count(
                                                    row.getObject(2, LocalDate.class),
                                                    row.getObject(3, LocalDate.class),
                                                    row.getInt(4),
                                                    row.getTimestamp(5).toInstant(),
                                                    row.getTimestamp(6).toInstant()));
                        });
    }

    /** When a channel first accepted, after a moment, that there is no room left on a night. */
    Optional<Instant> nothingLeft(Seller seller, House.Cell cell, Instant after) {
        return of(seller, cell)
                .filter(count -> count.rooms() == 0)
                .map(Count::accepted)
                .filter(at -> at.isAfter(after))
                .findFirst();
    }

    /**
     * When the count was sent by which a channel has rooms of a night again, the last it accepted
     * after one moment and before another.
     */
    Optional<Instant> somethingLeft(Seller seller, House.Cell cell, Instant after, Instant before) {
        return of(seller, cell)
                .filter(count -> count.accepted().isAfter(after))
                .filter(count -> count.accepted().isBefore(before))
                .reduce((earlier, later) -> later)
                .filter(count -> count.rooms() > 0)
                .map(Count::opened);
    }

    private Stream<Count> of(Seller seller, House.Cell cell) {
        return counts.getOrDefault(seller.provider() + " " + cell.roomType(), List.of()).stream()
                .filter(count -> count.isOf(cell.night()));
    }

    /**
     * The milliseconds from each new booking's commit to the acceptance of the lower count at
     * another channel; of the bookings that still stand and were taken since a moment.
     */
    List<Double> acrossChannels(Instant since) {
        return jdbc.sql(
                        """
                        select extract(epoch from min(a.answered_at) - v.received_at) * 1000
                          from reservation_revisions v
                          join reservations r on r.id = v.reservation_id
                          join reservation_nights n on n.reservation_id = r.id and n.night = r.arrival
                          join ota_rate_plans p on p.room_type_id = n.room_type_id and p.connection_id <> r.connection_id and p.remote_rate is null
                          join attempt_ranges g on g.remote_id = p.id and g.nights @> n.night and g.fields & 1 = 1 and g.opened_at >= v.received_at
                          join attempts a on a.id = g.attempt_id and a.outcome = 'applied'
                         where v.revision = 1 and v.received_at >= ?
                         group by v.id
                        """)
                .param(java.sql.Timestamp.from(since))
                .query(Double.class)
                .list();
    }
}
