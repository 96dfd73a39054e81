package io.serai.console.bookings;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the rates of a booking are called here, by the ids that it names them with: the hotel's own
 * plans, or the rates of its channel, by the plan they mean, else as the channel calls them.
 */
record RateNames(Map<String, String> names) {

    private static final String SQL =
            """
            select l.id::text as rate, l.name
              from reservations r join rate_plans l on l.hotel_id = r.hotel_id where r.id = :id and r.provider = 'direct'
            union
            select o.remote_rate, coalesce(min(l.name), min(o.rate_name))
              from reservations r join ota_rate_plans o on o.connection_id = r.connection_id and o.remote_rate is not null
              left join products p on p.id = o.product_id
              left join rate_plans l on l.id = p.rate_plan_id
             where r.id = :id group by 1
            having count(distinct coalesce(l.name, o.rate_name)) = 1
            """;

    static RateNames of(JdbcClient session, long booking) {
        Map<String, String> names = new HashMap<>();
        session.sql(SQL)
                .param("id", booking)
                .query(
                        row -> {
                            names.put(row.getString("rate"), row.getString("name"));
                        });
        return new RateNames(names);
    }

    /** Its name; what it was told as where nothing is known of it; null for none. */
    @Nullable String name(@Nullable String rate) {
        return rate == null ? null : names.getOrDefault(rate, "rate " + rate);
    }
}
