package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.reservation.overbooking.Explanation;
import io.serai.reservation.overbooking.Overbookings;
import io.serai.reservation.overbooking.OversoldNight;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The nights that are sold too often, each with how it came to be. */
@Component("apiOverbookings")
public class ApiOverbookings {

    private final Targets targets;
    private final TenantSession tenants;
    private final Overbookings overbookings;

    ApiOverbookings(Targets targets, TenantSession tenants, Overbookings overbookings) {
        this.targets = targets;
        this.tenants = tenants;
        this.overbookings = overbookings;
    }

    /** Those of a hotel, from today on. */
    public Oversold list(@ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        return new Oversold(
                tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session -> overbookings.now(session, key)));
    }

    /**
     * Why a night was sold too often, also one that is settled by now.
     *
     * @throws Problem 404 where it never was
     */
    public Explanation explain(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("roomType") String roomType,
            @Header("night") String night) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session ->
                                overbookings.explain(
                                        session,
                                        key,
                                        Targets.key(roomType),
                                        Stretch.night("night", night)))
                .orElseThrow(() -> Problem.unknown("overbooking", roomType + "/" + night));
    }

    /** Nights that are sold too often now. */
    public record Oversold(List<OversoldNight> overbookings) {}
}
