package io.serai.console.rates;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a hotel sells, by name.
 *
 * @param id the product
 * @param type the room type
 * @param plan the rate plan
 * @param name both, for people
 */
record SoldProduct(int id, int type, int plan, String name) {

    static List<SoldProduct> of(JdbcClient database, int hotel) {
        return database.sql(
                        """
                        select p.id, p.room_type_id as type, p.rate_plan_id as plan, t.name || ' · ' || r.name as name
                          from products p join room_types t on t.id = p.room_type_id join rate_plans r on r.id = p.rate_plan_id
                         where p.hotel_id = ? order by t.name, r.name, p.id
                        """)
                .param(hotel)
                .query(SoldProduct.class)
                .list();
    }
}
