package io.serai.sandbox.expedia.graph;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hotels and their bookings, as GraphQL shows them. */
final class ReservationFetchers {

    private static final String HOTEL = "hotel";

    private final Hotels hotels;
    private final ReservationQuery query;
    private final Limits limits;

    ReservationFetchers(Hotels hotels, ReservationQuery query, Limits limits) {
        this.hotels = hotels;
        this.query = query;
        this.limits = limits;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("property", this::property));
        wiring.type("Property", type -> type.dataFetcher("reservations", this::reservations));
        wiring.type(
                "Reservation",
                type ->
                        type.dataFetcher(
                                "reconciliationEligibility",
                                env -> {
                                    Map<String, Object> booking = env.getSource();
                                    return ((Eligibility) booking.get("eligibility")).shown();
                                }));
        wiring.type(
                "SupplierAmount",
                type ->
                        type.typeResolver(
                                env -> env.getSchema().getObjectType("ExpediaSupplierAmount")));
    }

    private @Nullable Object property(DataFetchingEnvironment env) {
        Account account = env.getGraphQlContext().get(Account.class);
        return hotels.of(account, Numbers.of(env.getArgument("id")))
                .map(ReservationFetchers::shown)
                .orElse(null);
    }

    private Object reservations(DataFetchingEnvironment env) {
        Account account = env.getGraphQlContext().get(Account.class);
        limits.operation(account.name(), Limits.Kind.RESERVATIONS);
        Map<String, Object> property = env.getSource();
        return query.page((Hotel) property.get(HOTEL), env.getArguments());
    }

    private static Map<String, Object> shown(Hotel hotel) {
        return Map.of(
                "id",
                Long.toString(hotel.id()),
                "name",
                hotel.name(),
                "ids",
                List.of(Map.of("id", Long.toString(hotel.id()), "idSource", "EXPEDIA")),
                "timeZone",
                hotel.timeZone().getId(),
                HOTEL,
                hotel);
    }
}
