package io.serai.sandbox.expedia.property;

import io.serai.sandbox.wire.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of rate plans. */
final class PlanRows {

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(String room, RatePlan plan) {
        var mine =
                jdbc.sql(
                                """
                                insert into expedia_plan (plan_id, room_id, name, pricing, collects,
                                       active, parent_id, linked, discount_percent, base_guests,
                                       extra_guest, least_rate, most_rate, least_los, most_los,
                                       details)
                                values (?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                                on conflict (plan_id) do update
                                   set name = excluded.name, pricing = excluded.pricing,
                                       collects = excluded.collects, active = excluded.active,
                                       parent_id = excluded.parent_id, linked = excluded.linked,
                                       discount_percent = excluded.discount_percent,
                                       base_guests = excluded.base_guests,
                                       extra_guest = excluded.extra_guest,
                                       least_rate = excluded.least_rate,
                                       most_rate = excluded.most_rate,
                                       least_los = excluded.least_los,
                                       most_los = excluded.most_los,
                                       details = excluded.details, gone = false
                                 where expedia_plan.room_id = excluded.room_id""")
                        .params(
                                Arrays.asList(
                                        plan.id(),
                                        room,
                                        plan.name(),
                                        plan.pricing().word(),
                                        words(plan.collects()),
                                        plan.active(),
                                        plan.parent(),
                                        plan.linked(),
                                        plan.discount(),
                                        plan.baseGuests(),
                                        plan.extraGuest(),
                                        plan.leastRate(),
                                        plan.mostRate(),
                                        plan.leastLos(),
                                        plan.mostLos(),
                                        plan.details()))
                        .update();
        if (mine == 0) {
            throw new Refusal(409, "394", "rate plan " + plan.id() + " belongs to another room");
        }
    }

    void remove(String plan) {
        jdbc.sql("update expedia_plan set gone = true where plan_id = ?").param(plan).update();
    }

    Map<String, RatePlan> of(String room) {
        var plans = new LinkedHashMap<String, RatePlan>();
        jdbc.sql("select * from expedia_plan where room_id = ? and not gone order by plan_id")
                .param(room)
                .query(
                        row -> {
                            plans.put(row.getString("plan_id"), plan(row));
                        });
        return plans;
    }

    private static RatePlan plan(ResultSet row) throws SQLException {
        return new RatePlan(
                row.getString("plan_id"),
                row.getString("name"),
                PricingModel.of(row.getString("pricing")),
                collects(row),
                row.getBoolean("active"),
                row.getString("parent_id"),
                row.getBoolean("linked"),
                row.getBigDecimal("discount_percent"),
                row.getInt("base_guests"),
                row.getBigDecimal("extra_guest"),
                row.getBigDecimal("least_rate"),
                row.getBigDecimal("most_rate"),
                row.getInt("least_los"),
                row.getInt("most_los"),
                row.getString("details"));
    }

    static Set<Collect> collects(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("collects").getArray())
                .map(Collect::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String words(Collection<Collect> collects) {
        return collects.stream().map(Collect::name).collect(Collectors.joining(",", "{", "}"));
    }
}
