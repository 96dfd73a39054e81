package io.serai.reservation.overbooking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is recorded of a night: what the hotel wrote, what channels told and were told. */
@Repository
class NightFactsReader {

    /** Values are as they were; the allowance of a night that says none is the room type's now. */
    private static final String STOCK =
            """
            select c.at, c.actor, coalesce((c.value ->> 'offered')::integer, 0) as offered,
                   coalesce((c.value ->> 'overbooking')::integer, t.overbooking) as allowance,
                   coalesce((c.value ->> 'sold')::integer, 0) as sold, coalesce((c.value ->> 'held_back')::integer, 0) as held_back,
                   coalesce((c.value ->> 'out_of_order')::integer, 0) as out_of_order,
                   coalesce((c.value ->> 'counted_up_to')::bigint, 0) as counted_up_to
              from night_changes c join room_types t on t.id = c.room_type_id
             where c.room_type_id = :type and c.nights @> cast(:night as date) and c.value is not null
             order by c.at
            """;

    private static final String TOLD =
            """
            select a.id, r.connection_id, k.integration_name, a.opened_at, a.answered_at, (g.sent ->> 'rooms')::integer as rooms,
                   coalesce((g.sent ->> 'room-closed')::boolean, false) as closed, coalesce(g.outcome, a.outcome) as outcome,
                   coalesce(g.words, a.words) as words, a.reference
              from ota_rate_plans r
              join third_party_integrations k on k.id = r.connection_id
              join attempt_ranges g on g.remote_id = r.id
              join attempts a on a.id = g.attempt_id
             where r.hotel_id = :hotel
               and (r.room_type_id = :type or r.product_id in (select p.id from products p where p.room_type_id = :type))
               and g.nights @> cast(:night as date)
               and (g.weekdays is null or g.weekdays & (1 << (extract(isodow from cast(:night as date))::integer - 1)) <> 0)
               and (g.sent ->> 'rooms' is not null or g.sent ->> 'room-closed' = 'true')
             order by a.id
            """;

    private static final String SHOWN =
            """
            select r.connection_id, k.integration_name, d.found_at, d.held, d.shown
              from drifts d
              join ota_rate_plans r on r.id = d.remote_id
              join third_party_integrations k on k.id = r.connection_id
             where r.hotel_id = :hotel and r.room_type_id = :type and d.nights @> cast(:night as date) and d.field = 'rooms'
             order by d.id
            """;

    private final PauseReader pauses;

    NightFactsReader(PauseReader pauses) {
        this.pauses = pauses;
    }

    /** Empty where the hotel has no such room type, or nothing is recorded of the night. */
    Optional<NightFacts> read(JdbcClient session, int hotel, int roomType, LocalDate night) {
        return session.sql("select code, name from room_types where hotel_id = ? and id = ?")
                .params(hotel, roomType)
                .query(
                        (row, number) ->
                                facts(
                                        session,
                                        hotel,
                                        roomType,
                                        row.getString("code"),
                                        row.getString("name"),
                                        night))
                .optional()
                .filter(facts -> !facts.stock().isEmpty());
    }

    private NightFacts facts(
            JdbcClient session, int hotel, int type, String code, String name, LocalDate night) {
        List<StockChange> stock =
                session.sql(STOCK)
                        .param("type", type)
                        .param("night", night)
                        .query(NightFactsReader::stock)
                        .list();
        return new NightFacts(
                type,
                code,
                name,
                night,
                stock,
                SaleReader.read(session, hotel, type, night, stock),
                of(session, TOLD, hotel, type, night).query(NightFactsReader::told).list(),
                pauses.of(session, hotel),
                of(session, SHOWN, hotel, type, night).query(NightFactsReader::shown).list());
    }

    private static JdbcClient.StatementSpec of(
            JdbcClient session, String sql, int hotel, int type, LocalDate night) {
        return session.sql(sql).param("hotel", hotel).param("type", type).param("night", night);
    }

    private static StockChange stock(ResultSet row, int number) throws SQLException {
        return new StockChange(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getInt("offered"),
                row.getInt("allowance"),
                row.getInt("sold"),
                row.getInt("held_back"),
                row.getInt("out_of_order"),
                row.getLong("counted_up_to"));
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getLong("id"),
                row.getInt("connection_id"),
                row.getString("integration_name"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "answered_at"),
                row.getObject("rooms", Integer.class),
                row.getBoolean("closed"),
                row.getString("outcome"),
                row.getString("words"),
                row.getString("reference"));
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                row.getInt("connection_id"),
                row.getString("integration_name"),
                row.getTimestamp("found_at").toInstant(),
                row.getString("held"),
                row.getString("shown"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
