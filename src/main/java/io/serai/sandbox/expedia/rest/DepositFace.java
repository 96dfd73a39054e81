package io.serai.sandbox.expedia.rest;

import static io.serai.sandbox.expedia.rest.DepositRules.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deposit policy of a hotel. */
final class DepositFace {

    private static final int MOST_EXCEPTIONS = 4;

    private final Places places;
    private final JdbcClient jdbc;

    DepositFace(Places places, JdbcClient jdbc) {
        this.places = places;
        this.jdbc = jdbc;
    }

    RestAnswer read(RestCall call) {
        Hotel hotel = places.hotel(call);
        return RestAnswer.of(Entity.parse(policy(hotel).orElseThrow(() -> none(hotel))));
    }

    private static RestRefusal none(Hotel hotel) {
        return broken(3000, "The property '" + hotel.id() + "' has no associated policy.");
    }

    private Optional<String> policy(Hotel hotel) {
        return jdbc.sql("select policy from expedia_deposit_policy where hotel_id = ?")
                .param(hotel.id())
                .query(String.class)
                .optional();
    }

    RestAnswer write(RestCall call) {
        Hotel hotel = places.hotel(call);
        if (!hotel.collects().contains(Collect.HOTEL)) {
            throw broken(
                    3029,
                    "Deposit Policies cannot be set on properties with ExpediaCollect-only"
                            + " business model.");
        }
        Entity policy = Entity.of(call.body());
        check(policy.json());
        ObjectNode kept = policy.json().deepCopy();
        kept.retain("defaultPolicy", "exceptionPolicies");
        boolean made =
                jdbc.sql(
                                """
                                insert into expedia_deposit_policy (hotel_id, policy) values (?, ?::jsonb)
                                on conflict (hotel_id) do update set policy = excluded.policy
                                returning xmax = 0""")
                        .params(hotel.id(), kept.toString())
                        .query(Boolean.class)
                        .single();
        return RestAnswer.nothing(made ? 201 : 204);
    }

    RestAnswer remove(RestCall call) {
        Hotel hotel = places.hotel(call);
        boolean needed =
                hotel.rooms().values().stream()
                        .flatMap(room -> room.plans().values().stream())
                        .anyMatch(
                                plan ->
                                        Entity.parse(plan.details())
                                                .path("depositRequired")
                                                .asBoolean());
        if (needed) {
            throw broken(
                    3028,
                    "This property has rate plans requiring deposits. To remove the deposit policy,"
                            + " first update all rate plans to not require a deposit.");
        }
        int removed =
                jdbc.sql("delete from expedia_deposit_policy where hotel_id = ?")
                        .param(hotel.id())
                        .update();
        if (removed == 0) {
            throw none(hotel);
        }
        return RestAnswer.nothing(204);
    }

    private static void check(JsonNode policy) {
        JsonNode usual = policy.path("defaultPolicy");
        JsonNode exceptions = policy.path("exceptionPolicies");
        if (!usual.isObject() && exceptions.isEmpty()) {
            throw broken(3001, "Request must contain a default policy or an exception policy.");
        }
        if (exceptions.size() > MOST_EXCEPTIONS) {
            throw broken(
                    3002, "Too many exception policies. At most 4 exception policies are allowed.");
        }
        if (usual.isObject()) {
            DepositRules.checkPayments(usual.path("payments"));
        }
        for (JsonNode exception : exceptions) {
            DepositDates.check(exception.path("dateRanges"));
            DepositRules.checkPayments(exception.path("payments"));
        }
    }
}
