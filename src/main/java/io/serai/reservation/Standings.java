package io.serai.reservation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.serai.channel.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How bookings stand here, to be compared with what their channel says. */
@Repository
class Standings {

    static final TypeReference<List<IncomingReservation>> LIST = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final People people;

    Standings(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /**
     * One booking.
     *
     * @param changedAt when its latest revision was taken
     */
    record Here(long id, String number, int revision, Instant changedAt, Standing standing) {}

    private record Sealed(byte[] key, byte[] body) {}

    /** Those of an account with these numbers, by their numbers. */
    Map<String, Here> of(long accountId, Collection<String> numbers) {
        return list("r.account_id = ? and r.number = any (cast(? as text[]))", accountId, numbers)
                .stream()
                .collect(Collectors.toMap(Here::number, Function.identity()));
    }

    /** Those of a connection that end later than tomorrow and have none of these numbers. */
    List<Here> besides(int connection, Collection<String> numbers) {
        return list(
                """
                r.connection_id = ? and r.number <> all (cast(? as text[]))
                and r.status in ('booked', 'modified') and r.departure > current_date + 1
                """,
                connection,
                numbers);
    }

    private List<Here> list(String which, long of, Collection<String> numbers) {
        return jdbc.sql(
                        """
                        select r.id, r.number, r.revision, r.status = 'cancelled' as cancelled, r.total, v.received_at,
                               array(select m.remote_room || ' ' || m.arrival || ' ' || m.departure from reservation_rooms m where m.reservation_id = r.id) as rooms
                          from reservations r join reservation_revisions v on v.reservation_id = r.id and v.revision = r.revision
                         where not r.is_rejected and
                        """
                                + which)
                .params(of, numbers.toArray(String[]::new))
                .query(
                        (row, number) ->
                                new Here(
                                        row.getLong("id"),
                                        row.getString("number"),
                                        row.getInt("revision"),
                                        row.getObject("received_at", OffsetDateTime.class)
                                                .toInstant(),
                                        new Standing(
                                                row.getBoolean("cancelled"),
                                                Arrays.asList(
                                                        (String[])
                                                                row.getArray("rooms").getArray()),
                                                amount(row.getBigDecimal("total")))))
                .list();
    }

    /** The last message that says what was booked; null where there is none, or it was erased. */
    @Nullable IncomingReservation full(Here here) {
        return jdbc.sql(
                        """
                        select r.person_key as key, v.body_sealed as body
                          from reservations r join reservation_revisions v on v.reservation_id = r.id
                         where r.id = ? and v.kind <> 'cancel' and r.person_key is not null
                         order by v.revision desc limit 1
                        """)
                .param(here.id())
                .query((row, number) -> new Sealed(row.getBytes("key"), row.getBytes("body")))
                .optional()
                .map(kept -> people.openRevision(kept.key(), kept.body()))
                .orElse(null);
    }

    private static @Nullable Amount amount(@Nullable BigDecimal value) {
        return value == null ? null : new Amount(value);
    }
}
