package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.delivery.SyncState;
import io.serai.delivery.SyncStates;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** How far connections are with what they are to be told. */
@Component("apiSyncStates")
public class ApiSyncStates {

    private final Targets targets;
    private final TenantSession tenants;
    private final SyncStates states;

    ApiSyncStates(Targets targets, TenantSession tenants, SyncStates states) {
        this.targets = targets;
        this.tenants = tenants;
        this.states = states;
    }

    /** With prices and restrictions. */
    public SyncState rates(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return state(caller, id, false);
    }

    /** With rooms. */
    public SyncState rooms(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return state(caller, id, true);
    }

    private SyncState state(Caller caller, String id, boolean rooms) {
        Target target = targets.connection(caller, id);
        return tenants.call(
                caller.hotels(), caller.actor(), session -> states.of(session, target.id(), rooms));
    }
}
