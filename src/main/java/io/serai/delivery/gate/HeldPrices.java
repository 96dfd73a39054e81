package io.serai.delivery.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The prices of hotels that are held: one entry a product, range of nights and price, however many
 * channels wait for it. All of it works on the database of whoever looks, who sees their hotels.
 */
public final class HeldPrices {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LIST =
            """
            with held as (
                 select r.product_id, n.night::date as night, f.kept,
                        array_agg(distinct f.reason order by f.reason) as reasons, array_agg(distinct f.words order by f.words) as words,
                        min(f.reference::text)::bigint[] as reference,
                        jsonb_agg(distinct jsonb_build_object('connection', c.id, 'channel', c.integration_name, 'room', r.remote_room,
                                'rate', r.remote_rate, 'currency', coalesce(c.currency, o.currency),
                                'holds', to_jsonb(coalesce(h.prices, h.stood)))) as channels
                   from refusals f
                   join hotels o on o.id = f.hotel_id
                   join ota_rate_plans r on r.id = f.remote_id
                   join third_party_integrations c on c.id = f.connection_id
                   cross join unnest(f.nights) m
                   cross join lateral generate_series(greatest(lower(m), :from), least(upper(m) - 1, :to), interval '1 day') n (night)
                   left join held_nights h on h.remote_id = f.remote_id and h.night = n.night::date and h.night between :from and :to
                  where f.hotel_id = :hotel and f.code = 'held' and f.field <> 'closed' and r.product_id is not null
                    and (:product::int is null or r.product_id = :product)
                  group by 1, 2, 3),
                 placed as (
                 select *, night - row_number() over (partition by product_id, kept, reasons, words, reference, channels order by night)::int as island
                   from held)
            select s.id as product, t.code as room_type, p.code as rate_plan, t.name || ' · ' || p.name as name, min(n.night) as first,
                   max(n.night) as last, n.kept, n.reasons, n.words, n.reference, n.channels::text as channels
              from placed n
              join products s on s.id = n.product_id
              join room_types t on t.id = s.room_type_id
              join rate_plans p on p.id = s.rate_plan_id
             where (:room::text is null or t.code = :room) and (:plan::text is null or p.code = :plan)
             group by s.id, t.code, p.code, t.name, p.name, n.kept, n.reasons, n.words, n.reference, n.channels, n.island
            having :first::date is null or (min(n.night), s.id, n.kept) > (:first::date, :after, :kept::bigint[])
             order by first, product, n.kept, last
             limit :most
            """;

    private static final int MOST_OF_ONE = 1000;

    private HeldPrices() {}

    /** Those that a wish names, the earliest first. */
    public static List<HeldPrice> list(JdbcClient database, int hotel, HeldWish wish) {
        HeldPriceId after = wish.after();
        return database.sql(LIST)
                .param("hotel", hotel)
                .param("from", wish.from())
                .param("to", wish.to())
                .param("product", wish.product())
                .param("room", wish.roomType())
                .param("plan", wish.ratePlan())
                .param("first", after == null ? null : after.from())
                .param("after", after == null ? 0 : after.product())
                .param("kept", after == null ? null : after.prices())
                .param("most", wish.most())
                .query((row, number) -> held(row))
                .list();
    }

    /** The first that has exactly these prices on some of these nights. */
    public static Optional<HeldPrice> find(JdbcClient database, int hotel, HeldPriceId id) {
        HeldWish wish =
                new HeldWish(id.product(), null, null, id.from(), id.to(), null, MOST_OF_ONE);
        return list(database, hotel, wish).stream()
                .filter(one -> one.id().prices().equals(id.prices()))
                .findFirst();
    }

    private static HeldPrice held(ResultSet row) throws SQLException {
        @Nullable Long[] prices = numbers(row.getArray("kept"));
        return new HeldPrice(
                new HeldPriceId(
                        row.getInt("product"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        text(prices)),
                row.getString("room_type"),
                row.getString("rate_plan"),
                row.getString("name"),
                List.of((String[]) row.getArray("reasons").getArray()),
                List.of((String[]) row.getArray("words").getArray()),
                prices,
                row.getArray("reference") == null ? null : numbers(row.getArray("reference")),
                channels(row.getString("channels")));
    }

    private static List<HeldPrice.Channel> channels(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<HeldPrice.Channel>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("channels: not as they were read", e);
        }
    }

    private static String text(@Nullable Long[] prices) {
        return Arrays.stream(prices)
                .map(price -> price == null ? "NULL" : price.toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable Long[] numbers(Array array) throws SQLException {
        return (Long[]) array.getArray();
    }
}
