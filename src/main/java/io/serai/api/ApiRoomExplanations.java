package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.hotel.room.RoomExplanation;
import io.serai.hotel.room.RoomExplanations;
import java.time.LocalDate;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Says of a night why so many rooms are left. */
@Component("apiRoomExplanations")
public class ApiRoomExplanations {

    private final Targets targets;
    private final TenantSession tenants;
    private final RoomExplanations explanations;

    ApiRoomExplanations(Targets targets, TenantSession tenants, RoomExplanations explanations) {
        this.targets = targets;
        this.tenants = tenants;
        this.explanations = explanations;
    }

    /** A night of a room type, past or to come. */
    public RoomExplanation explain(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("roomType") String roomType,
            @Header("night") String night) {
        int key = targets.hotel(caller, hotel);
        LocalDate date = Stretch.night("night", night);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        explanations
                                .of(session, key, Targets.key(roomType), date)
                                .orElseThrow(() -> Problem.unknown("room type", roomType)));
    }
}
