package io.serai.sandbox.expedia.graph;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Hotel;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules of cancelling that rate plans name: listed with their property, made, replaced. */
final class CancelPolicyFetchers {

    private final Granted granted;
    private final CancelPolicies policies;
    private final Limits limits;
    private final TransactionTemplate transaction;

    CancelPolicyFetchers(
            Granted granted,
            CancelPolicies policies,
            Limits limits,
            TransactionTemplate transaction) {
        this.granted = granted;
        this.policies = policies;
        this.limits = limits;
        this.transaction = transaction;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type("Property", type -> type.dataFetcher("policies", this::list));
        wiring.type(
                "Mutation",
                type ->
                        type.dataFetcher(
                                        "createCancellationPolicyConfig",
                                        Visit.to(
                                                limits,
                                                Limits.Kind.PRODUCTS,
                                                transaction,
                                                this::create))
                                .dataFetcher(
                                        "replaceCancellationPolicyConfig",
                                        Visit.to(
                                                limits,
                                                Limits.Kind.PRODUCTS,
                                                transaction,
                                                this::replace)));
    }

    private Object list(DataFetchingEnvironment env) {
        Account account = env.getGraphQlContext().get(Account.class);
        Map<String, Object> property = env.getSource();
        Hotel hotel = granted.hotel(account, property.get("id"));
        return Map.of(
                "cancellationPolicyConfigs",
                policies.of(hotel.id()).stream().map(CancelPolicies.Policy::shown).toList());
    }

    private Object create(Visit visit) {
        Hotel hotel = granted.hotel(visit, "propertyId");
        return shown(policies.add(hotel.id(), visit.input()));
    }

    private Object replace(Visit visit) {
        long id = Numbers.of(visit.input().get("id"));
        CancelPolicies.Policy known =
                policies.find(id)
                        .orElseThrow(() -> Refused.notFound("policy '" + id + "' is not known"));
        granted.hotel(visit.account(), known.hotel());
        return shown(policies.replace(id, visit.input()));
    }

    private static Map<String, Object> shown(CancelPolicies.Policy policy) {
        return Map.of("cancellationPolicyConfig", policy.shown());
    }
}
