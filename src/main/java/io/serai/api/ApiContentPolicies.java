package io.serai.api;

import io.serai.content.RemotePolicies;
import io.serai.content.RemotePolicies.RemotePolicy;
import io.serai.database.TenantSession;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The cancellation policies of which a hotel chooses at a channel. */
@Component("apiContentPolicies")
public class ApiContentPolicies {

    private final Targets targets;
    private final TenantSession tenants;
    private final RemotePolicies policies;

    ApiContentPolicies(Targets targets, TenantSession tenants, RemotePolicies policies) {
        this.targets = targets;
        this.tenants = tenants;
        this.policies = policies;
    }

    /** Those that the channel showed with its rates. */
    public Map<String, List<RemotePolicy>> list(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        return Map.of(
                "policies",
                tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session -> policies.of(session, target.id())));
    }
}
