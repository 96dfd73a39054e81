package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.HeldQuestion.Asked;
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

    private final HeldQuestion question;
    private final TenantSession tenants;

    ApiPriceBounds(HeldQuestion question, TenantSession tenants) {
        this.question = question;
        this.tenants = tenants;
    }

    /** What they are. */
    public PriceBoundsView show(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String id) {
        Asked hotel = question.hotel(caller, id);
        return tenants.call(
                List.of((long) hotel.id()), caller.actor(), session -> read(session, hotel));
    }

    /** Changes those that are named; null takes one away. */
    public PriceBoundsView change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String id,
            @Body @Nullable JsonNode wish) {
        Asked hotel = question.hotel(caller, id);
        if (wish == null || !wish.isObject()) {
            throw Problem.bad("body: none (expected: {\"least\": amount, \"most\": amount, …})");
        }
        try {
            return tenants.call(
                    List.of((long) hotel.id()),
                    caller.actor(),
                    session -> {
                        write(session, hotel, wish);
                        return read(session, hotel);
                    });
        } catch (DataIntegrityViolationException wrong) {
            throw Problem.bad(
                    "least, most, mostJump: not in order (expected: least at most as high as most, mostJump above 0 and below 1000000)");
        }
    }

    private static PriceBoundsView read(JdbcClient session, Asked hotel) {
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
                                            text(row.getObject("least_price"), hotel),
                                            text(row.getObject("most_price"), hotel)));
                        });
        return session.sql("select least_price, most_price, most_jump from hotels where id = ?")
                .param(hotel.id())
                .query(
                        (row, number) -> {
                            BigDecimal jump = row.getBigDecimal("most_jump");
                            return new PriceBoundsView(
                                    text(row.getObject("least_price"), hotel),
                                    text(row.getObject("most_price"), hotel),
                                    jump == null ? null : jump.stripTrailingZeros().toPlainString(),
                                    hotel.currency(),
                                    roomTypes);
                        })
                .single();
    }

    private static @Nullable String text(@Nullable Object minor, Asked hotel) {
        return Money.text((Long) minor, hotel.digits());
    }

    private static void write(JdbcClient session, Asked hotel, JsonNode wish) {
        known("", wish, HOTELS);
        if (wish.has("mostJump")) {
            session.sql("update hotels set most_jump = ? where id = ?")
                    .params(percent(wish.path("mostJump")), hotel.id())
                    .update();
        }
        bounds(session, hotel, wish, "", "update hotels set %s = ? where id = ?", hotel.id());
        wish.path("roomTypes")
                .properties()
                .forEach(
                        one -> {
                            String at = "roomTypes." + one.getKey();
                            known(at + ".", one.getValue(), ROOM_TYPES);
                            bounds(
                                    session,
                                    hotel,
                                    one.getValue(),
                                    at + ".",
                                    "update room_types set %s = ? where id = ?",
                                    roomType(session, hotel, one.getKey()));
                        });
    }

    private static void bounds(
            JdbcClient session, Asked hotel, JsonNode wish, String at, String sql, int id) {
        Map<String, String> columns = Map.of("least", "least_price", "most", "most_price");
        List<String> named = columns.keySet().stream().filter(wish::has).sorted().toList();
        if (!named.isEmpty()) {
            List<@Nullable Object> values = new ArrayList<>();
            named.forEach(
                    name ->
                            values.add(
                                    Money.minor(at + name, said(wish.path(name)), hotel.digits())));
            values.add(id);
            String set = String.join(" = ?, ", named.stream().map(columns::get).toList());
            session.sql(sql.formatted(set)).params(values).update();
        }
    }

    private static int roomType(JdbcClient session, Asked hotel, String code) {
        return session.sql("select id from room_types where hotel_id = ? and code = ?")
                .params(hotel.id(), code)
                .query(Integer.class)
                .optional()
                .orElseThrow(
                        () ->
                                Problem.bad(
                                        "roomTypes: '"
                                                + code
                                                + "' (expected: codes of the hotel's own)"));
    }

    private static void known(String at, JsonNode wish, Set<String> names) {
        wish.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!names.contains(name)) {
                                throw Problem.bad(
                                        at + name + ": unknown (expected: one of " + names + ")");
                            }
                        });
    }

    private static @Nullable BigDecimal percent(JsonNode wish) {
        String text = said(wish);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            throw Problem.bad("mostJump: '" + text + "' (expected: percent, as \"200\")");
        }
    }

    private static @Nullable String said(JsonNode value) {
        return value.isNull() ? null : value.asText();
    }
}
