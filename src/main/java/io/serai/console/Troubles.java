package io.serai.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a hotel could not be processed, or was refused. */
@Repository
class Troubles {

    private static final int MOST = 10;

    Trouble now(JdbcClient database, Hotel hotel) {
        int count =
                database.sql(
                                "select count(*) from parked_messages where hotel_id = ? and state ="
                                        + " 'parked'")
                        .param(hotel.id())
                        .query(Integer.class)
                        .single();
        return new Trouble(
                count, alarms(database, hotel), parked(database, hotel), refused(database, hotel));
    }

    private static List<Trouble.Alarm> alarms(JdbcClient database, Hotel hotel) {
        return database.sql(
                        """
                        select c.integration_name, a.words, a.raised_at
                          from alarms a join third_party_integrations c on c.id = a.connection_id
                         where a.hotel_id = :hotel and a.ended_at is null
                        union all
                        select c.integration_name, format('booking %s: took %L and told nothing of it since', r.number, q.action), q.missed_at
                          from channel_requests q
                          join third_party_integrations c on c.id = q.connection_id
                          join reservations r on r.id = q.reservation_id
                         where q.hotel_id = :hotel and q.missed_at is not null and q.confirmed_at is null
                         order by 3 desc limit :most
                        """)
                .param("hotel", hotel.id())
                .param("most", MOST)
                .query(
                        (row, number) ->
                                new Trouble.Alarm(
                                        row.getString("integration_name"),
                                        row.getString("words"),
                                        Times.moment(
                                                row.getObject("raised_at", OffsetDateTime.class)
                                                        .toInstant(),
                                                hotel.zone())))
                .list();
    }

    private static List<Trouble.Parked> parked(JdbcClient database, Hotel hotel) {
        return database.sql(
                        """
                        select parked_at, kind, route, reason, confirm_by from parked_messages
                         where hotel_id = ? and state = 'parked' order by confirm_by nulls last, id desc limit ?
                        """)
                .params(hotel.id(), MOST)
                .query(
                        (row, number) ->
                                new Trouble.Parked(
                                        parkedAt(row, hotel),
                                        row.getString("kind"),
                                        row.getString("route"),
                                        row.getString("reason")))
                .list();
    }

    /** When it was parked, and when its channel turns to e-mail, where it does. */
    private static String parkedAt(ResultSet row, Hotel hotel) throws SQLException {
        OffsetDateTime until = row.getObject("confirm_by", OffsetDateTime.class);
        String at =
                Times.moment(
                        row.getObject("parked_at", OffsetDateTime.class).toInstant(), hotel.zone());
        return until == null
                ? at
                : at
                        + ", the channel waits for it until "
                        + Times.minute(until.toInstant(), hotel.zone());
    }

    private static List<Trouble.Refused> refused(JdbcClient database, Hotel hotel) {
        return database.sql(
                        """
                        select c.integration_name, f.connection_id, concat_ws(' · ', coalesce(r.room_name, r.remote_room),
                               coalesce(r.rate_name, r.remote_rate)) as what, lower(f.nights) as first, upper(f.nights) - 1 as last,
                               f.field || ' ' || f.value as value, concat_ws(' ', nullif(f.code, 'not-taken'), f.words) as words,
                               f.code is not distinct from 'not-taken' as own_rule
                          from refusals f
                          join third_party_integrations c on c.id = f.connection_id
                          join ota_rate_plans r on r.id = f.remote_id
                         where f.hotel_id = ? and f.code is distinct from 'held' order by f.id desc limit ?
                        """)
                .params(hotel.id(), MOST)
                .query(
                        (row, number) ->
                                new Trouble.Refused(
                                        row.getString("integration_name"),
                                        row.getInt("connection_id"),
                                        row.getString("what"),
                                        Times.nights(
                                                row.getObject("first", LocalDate.class),
                                                row.getObject("last", LocalDate.class)),
                                        row.getString("value"),
                                        row.getString("words"),
                                        row.getBoolean("own_rule")))
                .list();
    }
}
