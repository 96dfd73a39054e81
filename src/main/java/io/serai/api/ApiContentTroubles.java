package io.serai.api;

import io.serai.content.ContentTrouble;
import io.serai.content.ContentTroubles;
import io.serai.database.TenantSession;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** What of a hotel's content and photos needs a person. */
@Component("apiContentTroubles")
public class ApiContentTroubles {

    private final Targets targets;
    private final TenantSession tenants;
    private final ContentTroubles troubles;

    ApiContentTroubles(Targets targets, TenantSession tenants, ContentTroubles troubles) {
        this.targets = targets;
        this.tenants = tenants;
        this.troubles = troubles;
    }

    /** All of a hotel, the longest first. */
    public Map<String, List<ContentTrouble>> list(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        return Map.of(
                "troubles",
                tenants.call(
                        caller.hotels(), caller.actor(), session -> troubles.of(session, key)));
    }
}
