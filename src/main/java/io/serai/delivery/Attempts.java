package io.serai.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.ari.Batch;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The record of what was sent, and of what nobody has heard an answer to. */
@Repository
class Attempts {

    private final JdbcClient jdbc;
    private final Claims claims;
    private final ObjectMapper json;
    private final DeliverySettings settings;
    private final DeliveryMeters meters;

    Attempts(
            JdbcClient jdbc,
            Claims claims,
            ObjectMapper json,
            DeliverySettings settings,
            DeliveryMeters meters) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.json = json;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Records what is about to be sent, and that the channel may or may not hold it from now on.
     *
     * @param mark the oldest mark that was looked at for it; 0: none
     * @throws ClaimLost when the claim is over
     */
    @Transactional
    public Attempt open(Claim claim, Connection connection, Batch batch, long mark) {
        claims.renew(claim, settings.lease(connection));
        long id = insert(claim, connection, batch, mark);
        RangeColumns columns = new RangeColumns(batch.ranges());
        PushMessage message = new PushMessage(connection);
        columns.sent(
                        columns.places(
                                jdbc.sql(
                                        """
                                        insert into attempt_ranges (attempt_id, opened_at, hotel_id, connection_id, remote_id, nights, weekdays, fields, sent)
                                        select :attempt, clock_timestamp(), :hotel, :connection, remote,
                                               daterange(date '1970-01-01' + first, date '1970-01-01' + last, '[]'), weekdays, bits, sent::jsonb
                                          from unnest(:remotes::int[], :firsts::int[], :lasts::int[], :weekdays::int[], :fields::int[], :sent::text[])
                                               v (remote, first, last, weekdays, bits, sent)
                                        """)),
                        message,
                        json)
                .param("attempt", id)
                .param("hotel", connection.hotel())
                .param("connection", connection.id())
                .update();
        columns.places(
                        jdbc.sql(
                                """
                                insert into held_nights as h (remote_id, night, hotel_id, unknown, attempt_id)
                                select v.remote, date '1970-01-01' + day, :hotel, v.bits, :attempt
                                """
                                        + RangeColumns.NIGHTS
                                        + """
                                        on conflict (remote_id, night)
                                        do update set unknown = h.unknown | excluded.unknown, doubt = h.unknown, attempt_id = excluded.attempt_id
                                        """))
                .param("attempt", id)
                .param("hotel", connection.hotel())
                .update();
        return new Attempt(id, claim, connection, batch);
    }

    private long insert(Claim claim, Connection connection, Batch batch, long mark) {
        return jdbc.sql(
                        """
                        insert into attempts (hotel_id, connection_id, fence, request, deadline, updates, cells, changed_at)
                        values (?, ?, ?, ?, clock_timestamp() + ? * interval '1 second', ?, ?, (select at from marks where id = ?))
                        returning id
                        """)
                .params(
                        connection.hotel(),
                        connection.id(),
                        claim.fence(),
                        batch.request(),
                        connection.channel().definition().deadline().toMillis() / 1000.0,
                        batch.ranges().size(),
                        batch.cells(),
                        mark)
                .query(Long.class)
                .single();
    }

    /** What a sender before left behind for a connection. */
    Left left(Claim claim) {
        return jdbc.sql(
                        """
                        select extract(epoch from max(deadline) filter (where outcome = 'open') - clock_timestamp()) as seconds,
                               count(*) filter (where outcome = 'open' or again_at <= clock_timestamp()) as calls
                          from attempts
                         where connection_id = ? and (outcome = 'open' or again_at is not null)
                        """)
                .param(claim.connection())
                .query(
                        (row, number) ->
                                new Left(
                                        Duration.ofMillis((long) (row.getDouble("seconds") * 1000)),
                                        row.getInt("calls")))
                .single();
    }

    /**
     * Calls that nobody has recorded an answer of.
     *
     * @param rest until the last of them is over for certain; not positive: they are
     * @param calls how many, with those that are due to be sent once more
     */
    record Left(Duration rest, int calls) {

        boolean running() {
            return !rest.isNegative() && !rest.isZero();
        }
    }

    /**
     * Gives up calls whose sender is gone: their cells are unknown and are sent now, and once more
     * after a lease, in case the sender was only asleep.
     */
    @Transactional
    public void giveUp(Claim claim) {
        claims.renew(claim, settings.lease());
        mark(claim, "a.outcome = 'open' or a.again_at <= clock_timestamp()");
        jdbc.sql(
                        "update attempts set again_at = null where connection_id = ? and again_at <= clock_timestamp()")
                .param(claim.connection())
                .update();
        jdbc.sql(
                        """
                        update attempts set outcome = ?, again_at = clock_timestamp() + ? * interval '1 second'
                         where connection_id = ? and outcome = 'open'
                        returning (select provider from third_party_integrations c where c.id = connection_id)
                        """)
                .params("lost", settings.lease().toMillis() / 1000.0, claim.connection())
                .query(String.class)
                .list()
                .forEach(meters::lost);
    }

    private void mark(Claim claim, String which) {
        String lost =
                "from attempts a join attempt_ranges g on g.attempt_id = a.id where a.connection_id ="
                        + " :connection and ("
                        + which
                        + ")";
        jdbc.sql(
                        "update held_nights h set unknown = h.unknown | l.fields, attempt_id = 0 from (select"
                                + " g.remote_id, generate_series(lower(g.nights), upper(g.nights) - 1, interval '1 day')::date"
                                + " as night, bit_or(g.fields) as fields "
                                + lost
                                + " group by 1, 2) l where h.remote_id = l.remote_id and h.night = l.night")
                .param("connection", claim.connection())
                .update();
        jdbc.sql(
                        """
                        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                        select l.connection_id, l.hotel_id, r.room_type_id, r.product_id, range_agg(l.nights)
                          from (select g.* %s) l
                          join ota_rate_plans r on r.id = l.remote_id and (r.room_type_id is not null or r.product_id is not null)
                         group by 1, 2, 3, 4
                        """
                                .formatted(lost))
                .param("connection", claim.connection())
                .update();
    }
}
