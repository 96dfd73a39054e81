package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.hotel.room.RoomType;
import io.serai.hotel.room.RoomTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A hotel's room types: how many rooms there are, are kept, and may be overbooked. */
@Component("apiRoomTypes")
public class ApiRoomTypes {

    private static final Set<String> FIELDS = Set.of("size", "safetyStock", "overbooking");

    private final Targets targets;
    private final TenantSession tenants;
    private final RoomTypes types;

    ApiRoomTypes(Targets targets, TenantSession tenants, RoomTypes types) {
        this.targets = targets;
        this.tenants = tenants;
        this.types = types;
    }

    /** All of a hotel. */
    public Map<String, List<RoomType>> list(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        return Map.of(
                "roomTypes",
                tenants.call(caller.hotels(), caller.actor(), session -> types.of(session, key)));
    }

    /** One of a hotel, with its version. */
    public Answer one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("roomType") String roomType) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        answer(
                                types.find(session, key, Targets.key(roomType))
                                        .orElseThrow(
                                                () -> Problem.unknown("room type", roomType))));
    }

    /**
     * Changes one.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer content
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("roomType") String roomType,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        RoomsPatch patch = new RoomsPatch(body, FIELDS);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    RoomType before =
                            types.lock(session, key, Targets.key(roomType))
                                    .orElseThrow(() -> Problem.unknown("room type", roomType));
                    Version.demand(seen, before);
                    RoomType after =
                            new RoomType(
                                    before.id(),
                                    before.code(),
                                    before.name(),
                                    patch.rooms("size", before.size()),
                                    before.maxGuests(),
                                    patch.rooms("safetyStock", before.safetyStock()),
                                    patch.rooms("overbooking", before.overbooking()));
                    types.write(session, after);
                    return answer(after);
                });
    }

    private static Answer answer(RoomType type) {
        return new Answer(200, type, Version.of(type));
    }
}
