package io.serai.hotel.room;

import io.serai.delivery.Wakes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rooms that a connection's channel has; all within the caller's transaction. */
@Repository
public class RemoteRooms {

    private static final String SELECT =
            """
            select id, connection_id as connection, remote_room as room, room_name as name, room_type_id as room_type,
                   most_rooms, last_rooms
              from ota_rate_plans where connection_id = ? and remote_rate is null and state = 'active'
            """;

    private final Wakes wakes;

    RemoteRooms(Wakes wakes) {
        this.wakes = wakes;
    }

    /** All of a connection. */
    public List<RemoteRoom> of(JdbcClient session, int connection) {
        return session.sql(SELECT + "order by id").param(connection).query(RemoteRoom.class).list();
    }

    /** One of a connection. */
    public Optional<RemoteRoom> find(JdbcClient session, int connection, int id) {
        return session.sql(SELECT + "and id = ?")
                .params(connection, id)
                .query(RemoteRoom.class)
                .optional();
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    public Optional<RemoteRoom> lock(JdbcClient session, int connection, int id) {
        return session.sql(SELECT + "and id = ? for no key update")
                .params(connection, id)
                .query(RemoteRoom.class)
                .optional();
    }

    /** Writes what it gets of the rooms left; the connection is told what differs then. */
    public void write(JdbcClient session, RemoteRoom room) {
        session.sql("update ota_rate_plans set most_rooms = ?, last_rooms = ? where id = ?")
                .params(
                        Arrays.asList(
                                room.mostRooms(), room.lastRooms(), Integer.valueOf(room.id())))
                .update();
        wakes.afterCommit();
    }
}
