package io.serai.hotel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a hotel's nights made as far ahead as it sells: rooms from the size of each room type,
 * prices from what is usual for each product. What somebody wrote before stays as it is.
 */
@Component("horizon")
public class Horizon {

    private static final Logger LOG = LoggerFactory.getLogger(Horizon.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Horizon(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes and marks the nights that came within the hotel's horizon, and all of a room type or
     * product that came newly; none twice.
     */
    @Transactional
    public void roll(int hotel) {
        var row =
                jdbc.sql(
                                "select time_zone, horizon, sold_until from hotels where id = ? for update")
                        .param(hotel)
                        .query()
                        .singleRow();
        jdbc.sql("select set_config('serai.actor', 'engine:horizon', true)")
                .query(String.class)
                .single();
        jdbc.sql("select serai_make_nights(?, 'infinity')").param(hotel).query().singleRow();
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of((String) row.get("time_zone"))));
        LocalDate until = today.plusDays((Integer) row.get("horizon"));
        java.sql.Date before = (java.sql.Date) row.get("sold_until");
        LocalDate from = before == null ? today : before.toLocalDate();
        if (!from.isBefore(until)) {
            return;
        }
        jdbc.sql("select serai_make_months(?, ?)")
                .params(from, until)
                .query(Integer.class)
                .single();
        rooms(hotel, from, until);
        rates(hotel, from, until);
        mark(hotel, from, until);
        jdbc.sql("update hotels set sold_until = ? where id = ?").params(until, hotel).update();
        LOG.info("hotel {}: nights from {} are sold until {}", hotel, from, until);
    }

    private void rooms(int hotel, LocalDate from, LocalDate until) {
        jdbc.sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered)
                        select t.id, d::date, t.hotel_id, t.size
                          from room_types t, generate_series(?::date, ?::date - 1, interval '1 day') d
                         where t.hotel_id = ?
                        on conflict do nothing
                        """)
                .params(from, until, hotel)
                .update();
    }

    private void rates(int hotel, LocalDate from, LocalDate until) {
        jdbc.sql(
                        """
                        insert into rate_nights (product_id, night, hotel_id, prices)
                        select p.id, d::date, p.hotel_id, p.usual_prices
                          from products p join rate_plans r on r.id = p.rate_plan_id and r.parent_id is null,
                               generate_series(?::date, ?::date - 1, interval '1 day') d
                         where p.hotel_id = ? and p.usual_prices is not null
                        on conflict do nothing
                        """)
                .params(from, until, hotel)
                .update();
    }

    /** Also nights that were written before they came within the horizon. */
    private void mark(int hotel, LocalDate from, LocalDate until) {
        jdbc.sql(
                        """
                        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                        select c.id, c.hotel_id, r.room_type_id, r.product_id, datemultirange(daterange(?, ?))
                          from third_party_integrations c
                          join ota_rate_plans r on r.connection_id = c.id and r.state = 'active'
                         where c.hotel_id = ? and c.open and (r.room_type_id is not null or r.product_id is not null)
                        """)
                .params(from, until, hotel)
                .update();
    }
}
