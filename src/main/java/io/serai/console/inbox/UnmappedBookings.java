package io.serai.console.inbox;

import io.serai.console.Part;
import io.serai.console.Times;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.database.TenantSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bookings of somebody's hotels whose room or rate means nothing here. */
@Repository
class UnmappedBookings {

    private static final String UNMAPPED = " r.is_unmapped and r.status <> 'cancelled' ";

    private final TenantSession sessions;
    private final Users users;

    UnmappedBookings(TenantSession sessions, Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** How many there are. */
    long count(SignedIn user) {
        return sessions.call(
                users.hotels(user),
                user.actor(),
                session ->
                        session.sql("select count(*) from reservations r where" + UNMAPPED)
                                .query(Long.class)
                                .single());
    }

    /**
     * A page of those that a filter means, with what is missing of each.
     *
     * @param hotel the one of which they are; null: any
     */
    Part<UnmappedBooking> of(SignedIn user, UnmappedFilter filter, @Nullable Integer hotel) {
        return sessions.call(
                users.hotels(user),
                user.actor(),
                session -> {
                    List<UnmappedBooking> found =
                            session.sql(
                                            """
                                            select r.id, r.hotel_id, h.name as hotel, r.connection_id, c.integration_name, c.state = 'disconnected' as is_left, r.number, r.arrival, r.departure
                                              from reservations r join hotels h on h.id = r.hotel_id join third_party_integrations c on c.id = r.connection_id
                                             where strpos(lower(r.number), lower(:number)) > 0 and (cast(:hotel as int) is null or r.hotel_id = :hotel) and
                                            """
                                                    + UNMAPPED
                                                    + (filter.isByHotel()
                                                            ? "order by h.name, h.id, r.arrival, r.id"
                                                            : "order by r.arrival, r.id"))
                                    .param("number", filter.part())
                                    .param("hotel", hotel)
                                    .query((row, number) -> booking(row))
                                    .list();
                    return Part.of(found, filter.at()).with(it -> it.with(gaps(session, it.id())));
                });
    }

    /** The bookings of a connection that are unmapped still. */
    List<Long> of(JdbcClient session, int connection) {
        return session.sql(
                        "select r.id from reservations r where r.connection_id = ? and"
                                + UNMAPPED
                                + "order by r.id")
                .param(connection)
                .query(Long.class)
                .list();
    }

    private static UnmappedBooking booking(ResultSet row) throws SQLException {
        LocalDate arrival = row.getObject("arrival", LocalDate.class);
        LocalDate departure = row.getObject("departure", LocalDate.class);
        return new UnmappedBooking(
                row.getLong("id"),
                row.getInt("hotel_id"),
                row.getString("hotel"),
                row.getInt("connection_id"),
                row.getString("integration_name"),
                row.getBoolean("is_left"),
                row.getString("number"),
                arrival == null || departure == null ? "" : Times.nights(arrival, departure),
                List.of());
    }

    /** Rooms first: a rate means something only in a room that does. */
    private static List<UnmappedBooking.Gap> gaps(JdbcClient session, long reservation) {
        return session.sql(
                        """
                        with asked as (
                            select distinct m.remote_room as room, null::text as rate, m.room_name as name
                              from reservation_rooms m where m.reservation_id = :id
                            union
                            select distinct m.remote_room, n.remote_rate, n.remote_rate
                              from reservation_rooms m join reservation_nights n using (reservation_id, room_index)
                             where m.reservation_id = :id and n.product_id is null and n.remote_rate is not null)
                        select p.id as remote, a.room, a.rate, coalesce(p.rate_name, p.room_name, a.name, a.rate, a.room) as name
                          from asked a join reservations r on r.id = :id
                          left join ota_rate_plans p on p.connection_id = r.connection_id and p.remote_room = a.room and p.remote_rate is not distinct from a.rate and p.state = 'active'
                         where p.id is null or p.room_type_id is null and p.product_id is null
                         order by a.room, a.rate nulls first
                        """)
                .param("id", reservation)
                .query(UnmappedBooking.Gap.class)
                .list();
    }
}
