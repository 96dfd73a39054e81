package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.hotel.room.RemoteRoom;
import io.serai.hotel.room.RemoteRooms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rooms of a connection: how many of those left are sold there. */
@Component("apiRemoteRooms")
public class ApiRemoteRooms {

    private static final Set<String> FIELDS = Set.of("mostRooms", "lastRooms");

    private final Targets targets;
    private final TenantSession tenants;
    private final RemoteRooms rooms;

    ApiRemoteRooms(Targets targets, TenantSession tenants, RemoteRooms rooms) {
        this.targets = targets;
        this.tenants = tenants;
        this.rooms = rooms;
    }

    /** All of a connection. */
    public Map<String, List<RemoteRoom>> list(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        return Map.of(
                "rooms",
                tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session -> rooms.of(session, target.id())));
    }

    /** One of a connection, with its version. */
    public Answer one(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("room") String room) {
        Target target = targets.connection(caller, id);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        answer(
                                rooms.find(session, target.id(), Targets.key(room))
                                        .orElseThrow(() -> Problem.unknown("room", room))));
    }

    /**
     * Changes how many of the rooms left it gets.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer content
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("room") String room,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        Target target = targets.connection(caller, id);
        RoomsPatch patch = new RoomsPatch(body, FIELDS);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    RemoteRoom before =
                            rooms.lock(session, target.id(), Targets.key(room))
                                    .orElseThrow(() -> Problem.unknown("room", room));
                    Version.demand(seen, before);
                    RemoteRoom after =
                            new RemoteRoom(
                                    before.id(),
                                    before.connection(),
                                    before.room(),
                                    before.name(),
                                    before.roomType(),
                                    patch.roomsOrNone("mostRooms", before.mostRooms()),
                                    patch.roomsOrNone("lastRooms", before.lastRooms()));
                    rooms.write(session, after);
                    return answer(after);
                });
    }

    private static Answer answer(RemoteRoom room) {
        return new Answer(200, room, Version.of(room));
    }
}
