package io.serai.delivery.gate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people decide about prices that are held, on the database of whoever decides. Triggers have
 * the nights looked at and write down who it was.
 */
public final class HeldDecisions {

    private HeldDecisions() {}

    /**
     * Lets prices pass for their nights, while they are wanted.
     *
     * @throws HeldPriceChanged when any of them is not held any more; nothing is approved then
     */
    public static void approve(JdbcClient database, int hotel, List<HeldPriceId> ids) {
        ResultingPrices prices = new ResultingPrices(database, hotel);
        ids.forEach(
                id -> {
                    prices.mustBe(id);
                    mustBeHeld(database, hotel, id);
                });
        for (HeldPriceId id : ids) {
            database.sql(
                            """
                            insert into price_approvals (hotel_id, product_id, nights, prices)
                            values (?, ?, datemultirange(daterange(?, ?, '[]')), ?::bigint[])
                            """)
                    .params(hotel, id.product(), id.from(), id.to(), id.prices())
                    .update();
        }
    }

    /**
     * Sets other prices by hand for the nights of one.
     *
     * @param prices minor units, laid out as those that are held
     * @throws NotRight when they are those that are held, or none at all
     * @throws HeldPriceChanged when it is not held any more
     * @throws SystemPrice when the hotel's system has the say on some of the nights
     */
    public static void putRight(
            JdbcClient database, int hotel, HeldPriceId id, @Nullable Long[] prices) {
        if (Arrays.stream(prices).allMatch(Objects::isNull) || Arrays.equals(prices, id.minor())) {
            throw new NotRight(id);
        }
        new ResultingPrices(database, hotel).mustBe(id);
        mustBeHeld(database, hotel, id);
        database.sql(
                        """
                        select min(n.night) from rate_nights n join hotels h on h.id = n.hotel_id and h.price_owner = 'system'
                         where n.hotel_id = ? and n.product_id = ? and n.night between ? and ? and cardinality(n.prices) > 0
                        """)
                .params(hotel, id.product(), id.from(), id.to())
                .query(LocalDate.class)
                .optional()
                .ifPresent(
                        night -> {
                            throw new SystemPrice(night);
                        });
        database.sql(
                        """
                        with act as (insert into hand_acts (hotel_id, note) values (:hotel, 'put right') returning id)
                        insert into rate_nights (product_id, night, hotel_id, hand_prices, hand_act)
                        select :product, n::date, :hotel, :prices::bigint[], act.id
                          from act, generate_series(:from::date, :to::date, interval '1 day') n
                        on conflict (product_id, night) do update set hand_prices = excluded.hand_prices, hand_act = excluded.hand_act
                        """)
                .param("hotel", hotel)
                .param("product", id.product())
                .param("from", id.from())
                .param("to", id.to())
                .param("prices", prices)
                .update();
    }

    private static void mustBeHeld(JdbcClient database, int hotel, HeldPriceId id) {
        database.sql(
                        """
                        select n.night::date as night, min(f.kept::text) filter (where f.kept <> :prices::bigint[]) as now
                          from generate_series(:from::date, :to::date, interval '1 day') n (night)
                          left join (refusals f join ota_rate_plans r on r.id = f.remote_id and r.product_id = :product)
                            on f.hotel_id = :hotel and f.code = 'held' and f.nights @> n.night::date
                         group by 1
                        having count(*) filter (where f.kept = :prices::bigint[]) = 0 or count(*) filter (where f.kept <> :prices::bigint[]) > 0
                         order by 1 limit 1
                        """)
                .param("hotel", hotel)
                .param("product", id.product())
                .param("from", id.from())
                .param("to", id.to())
                .param("prices", id.prices())
                .query(
                        (row, number) ->
                                new HeldPriceChanged(
                                        id,
                                        row.getObject("night", LocalDate.class),
                                        row.getString("now")))
                .optional()
                .ifPresent(
                        changed -> {
                            throw changed;
                        });
    }
}
