package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.hotel.night.Happening;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightHappenings;
import io.serai.hotel.night.Sold;
import io.serai.hotel.night.SoldRows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of a night: set, sent, answered, refused, and what the channel showed instead. */
@Component("apiNightHistory")
public class ApiNightHistory {

    private final TenantSession tenants;
    private final SoldRows sold;
    private final NightHappenings happenings;

    ApiNightHistory(TenantSession tenants, SoldRows sold, NightHappenings happenings) {
        this.tenants = tenants;
        this.sold = sold;
        this.happenings = happenings;
    }

    /**
     * Everything that is known of a night, past or not, the latest first.
     *
     * @throws Problem 404 for what the caller does not see
     */
    public Map<String, @Nullable Object> of(Exchange exchange) {
        NightRequest request = NightRequest.of(exchange);
        return tenants.call(
                request.caller().hotels(),
                request.caller().actor(),
                database -> {
                    HotelNights nights = request.nights(sold, database);
                    Sold what = request.sold(nights);
                    LocalDate night = request.night("night", nights.today());
                    Map<String, @Nullable Object> history = new LinkedHashMap<>();
                    history.putAll(new NightShape(nights).sold(what));
                    history.put("night", night.toString());
                    history.put(
                            "history",
                            happenings
                                    .of(
                                            database,
                                            request.table(),
                                            what.id(),
                                            night,
                                            new NightShape(nights)::recorded)
                                    .stream()
                                    .map(Happening::shape)
                                    .toList());
                    return history;
                });
    }
}
