package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.hotel.room.RoomType;
import io.serai.hotel.room.RoomTypes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A hotel's room types: what they are called, how many rooms there are, are kept, and may be
 * overbooked.
 */
@Component("apiRoomTypes")
public class ApiRoomTypes {

    private static final Set<String> FIELDS =
            Set.of("name", "size", "maxGuests", "safetyStock", "overbooking");
    private static final Set<String> ALL =
            Set.of("code", "name", "size", "maxGuests", "safetyStock", "overbooking");

    private final Targets targets;
    private final TenantSession tenants;
    private final RoomTypes types;
    private final PlanDesk desk;

    ApiRoomTypes(Targets targets, TenantSession tenants, RoomTypes types, PlanDesk desk) {
        this.desk = desk;
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
                                200,
                                types.find(session, key, Targets.key(roomType))
                                        .orElseThrow(
                                                () -> Problem.unknown("room type", roomType))));
    }

    /** Adds one; as many rooms as the house has are offered on all nights that are sold. */
    public Answer add(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, ALL);
        RoomType type =
                new RoomType(
                        "0",
                        Objects.requireNonNullElse(form.text("code"), ""),
                        Objects.requireNonNullElse(form.text("name"), ""),
                        rooms(form, "size"),
                        rooms(form, "maxGuests"),
                        rooms(form, "safetyStock"),
                        rooms(form, "overbooking"));
        return desk.change(
                caller,
                hotel,
                (session, key) -> {
                    int added = types.add(session, key, type.meant());
                    return answer(201, types.find(session, key, added).orElseThrow());
                });
    }

    private static int rooms(Form form, String field) {
        Integer rooms = form.whole(field, 0, Short.MAX_VALUE);
        return rooms == null ? 0 : rooms;
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
        RoomsPatch patch = new RoomsPatch(body, FIELDS);
        return desk.change(
                caller,
                hotel,
                (session, key) -> {
                    RoomType before =
                            types.lock(session, key, Targets.key(roomType))
                                    .orElseThrow(() -> Problem.unknown("room type", roomType));
                    Version.demand(seen, before);
                    RoomType after =
                            new RoomType(
                                    before.id(),
                                    before.code(),
                                    patch.text("name", before.name()),
                                    patch.rooms("size", before.size()),
                                    patch.rooms("maxGuests", before.maxGuests()),
                                    patch.rooms("safetyStock", before.safetyStock()),
                                    patch.rooms("overbooking", before.overbooking()));
                    types.write(session, after.meant());
                    return answer(200, after);
                });
    }

    private static Answer answer(int status, RoomType type) {
        return new Answer(status, type, Version.of(type));
    }
}
