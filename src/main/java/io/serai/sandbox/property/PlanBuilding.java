package io.serai.sandbox.property;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rate plans that partners build by themselves, and the room types they are sold for. */
public final class PlanBuilding {

    private final Building building;
    private final JdbcClient jdbc;

    PlanBuilding(Building building, JdbcClient jdbc) {
        this.building = building;
        this.jdbc = jdbc;
    }

    /** A rate plan. */
    public record Plan(long id, String name) {}

    /** Makes a rate plan, which is sold for no room type yet; its number. */
    public long make(long hotel, String name) {
        long id = building.next();
        return building.done(
                hotel,
                () -> {
                    jdbc.sql("insert into rate_plan values (?, ?, ?)")
                            .params(id, hotel, name)
                            .update();
                    return id;
                });
    }

    /** Names a rate plan anew; whether the hotel has it. */
    public boolean rename(long hotel, long plan, String name) {
        return building.done(
                hotel,
                () -> {
                    jdbc.sql(
                                    """
                                    update rate set name = ? where rate_id = ?
                                       and room_id in (select room_id from room where hotel_id = ?)""")
                            .params(name, plan, hotel)
                            .update();
                    return jdbc.sql(
                                            "update rate_plan set name = ? where rate_id = ? and"
                                                    + " hotel_id = ?")
                                    .params(name, plan, hotel)
                                    .update()
                            == 1;
                });
    }

    /** Opens or closes a rate plan and all that it is sold for; whether the hotel has it. */
    public boolean activate(long hotel, long plan, boolean active) {
        return building.done(
                hotel,
                () -> {
                    jdbc.sql(
                                    """
                                    update rate set active = ? where rate_id = ?
                                       and room_id in (select room_id from room where hotel_id = ?)""")
                            .params(active, plan, hotel)
                            .update();
                    return jdbc.sql(
                                            "update rate_plan set active = ? where rate_id = ? and"
                                                    + " hotel_id = ?")
                                    .params(active, plan, hotel)
                                    .update()
                            == 1;
                });
    }

    /** The names of the hotel's rate plans that are open, by number, whoever made them. */
    public List<Plan> of(long hotel) {
        return jdbc.sql(
                        """
                        select rate_id, name from rate_plan where hotel_id = :hotel and active
                        union
                        select r.rate_id, min(r.name) from rate r join room m on m.room_id = r.room_id
                         where m.hotel_id = :hotel and r.active
                           and not exists (select from rate_plan p where p.rate_id = r.rate_id and p.hotel_id = m.hotel_id)
                         group by r.rate_id
                         order by 1
                        """)
                .param("hotel", hotel)
                .query((row, n) -> new Plan(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Sells a rate plan for a room type. */
    public void sell(long hotel, long room, Plan plan, int maxPersons, Pricing pricing) {
        building.done(
                hotel,
                () ->
                        jdbc.sql(
                                        """
                                        insert into rate (room_id, rate_id, name, max_persons, readonly, pricing,
                                                          inherits_price, inherits_restrictions)
                                        values (?, ?, ?, ?, false, ?, false, false)
                                        on conflict (room_id, rate_id) do update
                                           set max_persons = excluded.max_persons,
                                               pricing = excluded.pricing, active = true""")
                                .params(room, plan.id(), plan.name(), maxPersons, pricing.name())
                                .update());
    }

    /** Takes a rate plan away from a room type; whether it was sold for it. */
    public boolean withdraw(long hotel, long room, long plan) {
        return building.done(
                hotel,
                () ->
                        jdbc.sql(
                                                "update rate set active = false where room_id = ?"
                                                        + " and rate_id = ? and active")
                                        .params(room, plan)
                                        .update()
                                == 1);
    }
}
