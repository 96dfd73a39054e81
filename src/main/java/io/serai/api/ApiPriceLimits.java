package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.delivery.Wakes;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The least and the most that rules leave of a night's price, by rate plan and by product. */
@Component("apiPriceLimits")
public class ApiPriceLimits {

    private static final String PLANS =
            """
            select r.id, r.code as plan, null as room, r.floor_price, r.ceiling_price from rate_plans r where r.hotel_id = :hotel
            """;

    private static final String PRODUCTS =
            """
            select p.id, r.code as plan, t.code as room, p.floor_price, p.ceiling_price
              from products p join rate_plans r on r.id = p.rate_plan_id join room_types t on t.id = p.room_type_id
             where p.hotel_id = :hotel
            """;

    private final Targets targets;
    private final TenantSession tenants;
    private final Wakes wakes;

    ApiPriceLimits(Targets targets, TenantSession tenants, Wakes wakes) {
        this.targets = targets;
        this.tenants = tenants;
        this.wakes = wakes;
    }

    /**
     * Floor and ceiling of a rate plan, or of it as sold for a room type.
     *
     * @param roomType a code; null: for all that have none of their own
     */
    record Limits(
            String ratePlan,
            @Nullable String roomType,
            @Nullable String floor,
            @Nullable String ceiling) {}

    /** All of a hotel. */
    record AllLimits(List<Limits> limits) {}

    /** All that are set, with the version of them together. */
    public Answer list(@ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> answer(read(session, PricedHotel.read(session, key))));
    }

    /**
     * Sets those of one rate plan or product; what the body does not name stays.
     *
     * @param seen the version of all together; another by now is a 409 with the newer ones
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        Form form = Form.of(body, Set.of("ratePlan", "roomType", "floor", "ceiling"));
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    session.sql(
                                    "select id from rate_plans where hotel_id = ? order by id for update")
                            .param(key)
                            .query(Integer.class)
                            .list();
                    PricedHotel of = PricedHotel.read(session, key);
                    Version.demand(seen, read(session, of));
                    write(session, of, form);
                    wakes.afterCommit();
                    return answer(read(session, of));
                });
    }

    private void write(JdbcClient session, PricedHotel hotel, Form form) {
        String plan = form.text("ratePlan");
        String room = form.text("roomType");
        Integer planKey = plan == null ? null : hotel.ratePlans().get(plan);
        Integer roomKey = room == null ? null : hotel.roomTypes().get(room);
        if (planKey == null) {
            throw form.refusal(
                    "ratePlan", "'" + plan + "'", "one of " + hotel.ratePlans().keySet());
        }
        if (room != null && roomKey == null) {
            throw form.refusal(
                    "roomType", "'" + room + "'", "one of " + hotel.roomTypes().keySet());
        }
        Long floor = limit(hotel, form, "floor");
        Long ceiling = limit(hotel, form, "ceiling");
        int written =
                session.sql(
                                """
                                update %s set floor_price = case when :floors then cast(:floor as bigint) else floor_price end,
                                              ceiling_price = case when :ceilings then cast(:ceiling as bigint) else ceiling_price end
                                 where hotel_id = :hotel and %s
                                   and coalesce(case when :floors then cast(:floor as bigint) else floor_price end
                                                <= case when :ceilings then cast(:ceiling as bigint) else ceiling_price end, true)
                                """
                                        .formatted(
                                                room == null ? "rate_plans" : "products",
                                                room == null
                                                        ? "id = :plan"
                                                        : "rate_plan_id = :plan and room_type_id = :room"))
                        .param("floors", form.names("floor"))
                        .param("floor", floor)
                        .param("ceilings", form.names("ceiling"))
                        .param("ceiling", ceiling)
                        .param("hotel", hotel.id())
                        .param("plan", planKey)
                        .param("room", roomKey)
                        .update();
        if (written == 0) {
            throw form.refusal(
                    "ceiling",
                    String.valueOf(hotel.amount(ceiling)),
                    "the floor or more, of a product that the hotel sells");
        }
    }

    private static @Nullable Long limit(PricedHotel hotel, Form form, String field) {
        Long minor = hotel.minor(form, field);
        if (minor != null && minor <= 0) {
            throw form.refusal(field, String.valueOf(hotel.amount(minor)), "above 0, or null");
        }
        return minor;
    }

    private static AllLimits read(JdbcClient session, PricedHotel hotel) {
        return new AllLimits(
                session.sql(
                                "select * from ("
                                        + PLANS
                                        + " union all "
                                        + PRODUCTS
                                        + ") l where num_nonnulls(floor_price, ceiling_price) > 0"
                                        + " order by plan, room nulls first")
                        .param("hotel", hotel.id())
                        .query(
                                (row, number) ->
                                        new Limits(
                                                row.getString("plan"),
                                                row.getString("room"),
                                                hotel.amount(
                                                        row.getObject("floor_price", Long.class)),
                                                hotel.amount(
                                                        row.getObject(
                                                                "ceiling_price", Long.class))))
                        .list());
    }

    private static Answer answer(AllLimits limits) {
        return new Answer(200, limits, Version.of(limits));
    }
}
