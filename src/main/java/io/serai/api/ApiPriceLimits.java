package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.delivery.Wakes;
import io.serai.hotel.plan.LimitBook;
import io.serai.hotel.plan.Limits;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.StoredPlan;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The least and the most that rules leave of a night's price, by rate plan and by product. */
@Component("apiPriceLimits")
public class ApiPriceLimits {

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
    record View(
            String ratePlan,
            @Nullable String roomType,
            @Nullable String floor,
            @Nullable String ceiling) {}

    /** All of a hotel. */
    record AllLimits(List<View> limits) {}

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
        PlanBook book = new PlanBook(session, hotel.id());
        StoredPlan of = book.find(planKey).orElseThrow();
        Limits before = roomKey == null ? of.limits().own() : of.limits().of(roomKey);
        Limits after =
                new Limits(
                        form.names("floor") ? limit(hotel, form, "floor") : before.floor(),
                        form.names("ceiling") ? limit(hotel, form, "ceiling") : before.ceiling());
        if (!after.isInOrder() || roomKey != null && !of.isSoldFor(roomKey)) {
            throw form.refusal(
                    "ceiling",
                    String.valueOf(hotel.amount(after.ceiling())),
                    "the floor or more, of a product that the hotel sells");
        }
        LimitBook limits = new LimitBook(session, hotel.id());
        if (roomKey == null) {
            limits.write(planKey, after);
        } else {
            limits.write(planKey, roomKey, after);
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
                new PlanBook(session, hotel.id())
                        .all().stream().flatMap(plan -> views(plan, hotel)).toList());
    }

    private static Stream<View> views(StoredPlan plan, PricedHotel hotel) {
        Stream<View> ofRooms =
                hotel.roomTypes().entrySet().stream()
                        .map(
                                type ->
                                        view(
                                                plan,
                                                type.getKey(),
                                                plan.limits().of(type.getValue()),
                                                hotel));
        return Stream.concat(Stream.of(view(plan, null, plan.limits().own(), hotel)), ofRooms)
                .filter(view -> view.floor() != null || view.ceiling() != null);
    }

    private static View view(
            StoredPlan plan, @Nullable String roomType, Limits limits, PricedHotel hotel) {
        return new View(
                plan.content().code(),
                roomType,
                hotel.amount(limits.floor()),
                hotel.amount(limits.ceiling()));
    }

    private static Answer answer(AllLimits limits) {
        return new Answer(200, limits, Version.of(limits));
    }
}
