package io.serai.console.rates;

import io.serai.console.Hotel;
import io.serai.console.grid.BulkPlanner;
import io.serai.console.grid.BulkValues;
import io.serai.hotel.bulk.BulkPlan;
import io.serai.hotel.bulk.BulkScope;
import io.serai.hotel.bulk.RateChange;
import io.serai.hotel.bulk.RateChanges;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prices and restrictions of many nights. */
@Component
class RatesBulk implements BulkPlanner {

    private static final NightTable RATES = NightTable.RATES;

    private final RateChanges changes;

    RatesBulk(RateChanges changes) {
        this.changes = changes;
    }

    @Override
    public NightTable table() {
        return RATES;
    }

    @Override
    public String one() {
        return "plan";
    }

    @Override
    public List<Sold> sold(JdbcClient database, Hotel hotel) {
        return products(database, hotel.id());
    }

    static List<Sold> products(JdbcClient database, int hotel) {
        return database.sql(
                        """
                        select p.id, p.room_type_id as type, p.rate_plan_id as plan, t.name || ' · ' || r.name as name
                          from products p join room_types t on t.id = p.room_type_id join rate_plans r on r.id = p.rate_plan_id
                         where p.hotel_id = ? order by t.name, r.name, p.id
                        """)
                .param(hotel)
                .query(Sold.class)
                .list();
    }

    @Override
    public BulkPlan plan(
            JdbcClient database,
            Hotel hotel,
            HotelNights nights,
            BulkScope scope,
            BulkValues entered) {
        return changes.plan(
                database,
                nights,
                scope,
                new RateChange(
                        entered.move(hotel),
                        set(entered),
                        entered.nightOrNone("copyFrom").orElse(null),
                        entered.text("copyRestrictions").equals("yes")));
    }

    private static Map<NightField, NightValue> set(BulkValues entered) {
        Map<NightField, NightValue> set = new LinkedHashMap<>();
        for (String flag : List.of("closed", "cta", "ctd")) {
            entered.flag(RATES, flag, set);
        }
        for (String stay : List.of("minThrough", "maxThrough", "minArrival", "maxArrival")) {
            entered.count(RATES, stay, true, set);
        }
        return set;
    }
}
