package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bounds outside of which a hotel's prices are held. */
@Component("apiPriceBounds")
public class ApiPriceBounds {

    private static final Set<String> HOTELS = Set.of("least", "most", "mostJump", "roomTypes");
    private static final Set<String> ROOM_TYPES = Set.of("least", "most");
    private static final Map<String, String> COLUMNS =
            Map.of("least", "least_price", "most", "most_price", "mostJump", "most_jump");

    private final HeldQuestion question;
    private final TenantSession tenants;

    ApiPriceBounds(HeldQuestion question, TenantSession tenants) {
        this.question = question;
        this.tenants = tenants;
    }

    /** What they are. */
    public PriceBoundsView show(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String id) {
        int hotel = question.hotel(caller, id).id();
        return tenants.call(
                List.of((long) hotel),
                caller.actor(),
                session -> read(session, PricedHotel.read(session, hotel)));
    }

    /** Changes those that are named; null takes one away. */
    public PriceBoundsView change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String id,
            @Body @Nullable ObjectNode body) {
        int hotel = question.hotel(caller, id).id();
        Form wish = Form.of(body, HOTELS);
        try {
            return tenants.call(
                    List.of((long) hotel),
                    caller.actor(),
                    session -> {
                        PricedHotel here = PricedHotel.read(session, hotel);
                        write(session, here, wish);
                        return read(session, here);
                    });
        } catch (DataIntegrityViolationException wrong) {
            throw wish.refusal(
                    "least, most, mostJump",
                    "not in order",
                    "amounts and a percentage above 0, least not above most");
        }
    }

    private static PriceBoundsView read(JdbcClient session, PricedHotel hotel) {
        Map<String, PriceBoundsView.Bounds> roomTypes = new LinkedHashMap<>();
        session.sql(
                        """
                        select code, least_price, most_price from room_types
                         where hotel_id = ? and (least_price is not null or most_price is not null) order by code
                        """)
                .param(hotel.id())
                .query(
                        row -> {
                            roomTypes.put(
                                    row.getString("code"),
                                    new PriceBoundsView.Bounds(
                                            hotel.amount(row.getObject("least_price", Long.class)),
                                            hotel.amount(row.getObject("most_price", Long.class))));
                        });
        return session.sql("select least_price, most_price, most_jump from hotels where id = ?")
                .param(hotel.id())
                .query(
                        (row, number) ->
                                new PriceBoundsView(
                                        hotel.amount(row.getObject("least_price", Long.class)),
                                        hotel.amount(row.getObject("most_price", Long.class)),
                                        percent(row.getBigDecimal("most_jump")),
                                        hotel.currency().getCurrencyCode(),
                                        roomTypes))
                .single();
    }

    private static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.stripTrailingZeros().toPlainString();
    }

    private static void write(JdbcClient session, PricedHotel hotel, Form wish) {
        Map<String, @Nullable Object> values = amounts(hotel, wish);
        if (wish.names("mostJump")) {
            values.put("mostJump", wish.decimal("mostJump", 2, "percent, as \"200\""));
        }
        set(session, "hotels", hotel.id(), values);
        Form roomTypes = wish.form("roomTypes", hotel.roomTypes().keySet());
        hotel.roomTypes()
                .forEach(
                        (code, id) -> {
                            Form one = roomTypes == null ? null : roomTypes.form(code, ROOM_TYPES);
                            if (one != null) {
                                set(session, "room_types", id, amounts(hotel, one));
                            }
                        });
    }

    private static Map<String, @Nullable Object> amounts(PricedHotel hotel, Form wish) {
        Map<String, @Nullable Object> amounts = new LinkedHashMap<>();
        for (String name : ROOM_TYPES) {
            if (wish.names(name)) {
                amounts.put(name, hotel.minor(wish, name));
            }
        }
        return amounts;
    }

    private static void set(
            JdbcClient session, String table, int id, Map<String, @Nullable Object> values) {
        if (!values.isEmpty()) {
            List<String> columns = values.keySet().stream().map(COLUMNS::get).toList();
            List<@Nullable Object> params = new ArrayList<>(values.values());
            params.add(id);
            session.sql(
                            "update %s set %s = ? where id = ?"
                                    .formatted(table, String.join(" = ?, ", columns)))
                    .params(params)
                    .update();
        }
    }
}
