package io.serai.sandbox.property;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What partners build by themselves: hotels, room types, and rate plans sold for them. */
public final class Building {

    private final Hotels hotels;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Building(Hotels hotels, JdbcClient jdbc, TransactionTemplate transaction) {
        this.hotels = hotels;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes a hotel without rooms, linked to the account; its number. */
    public long hotel(String name, String currency, String account) {
        long id = next();
        return done(
                id,
                () -> {
                    jdbc.sql("insert into hotel values (?, ?, ?, ?)")
                            .params(id, name, currency, Pricing.STANDARD.name())
                            .update();
                    jdbc.sql("insert into hotel_account values (?, ?)")
                            .params(id, account)
                            .update();
                    return id;
                });
    }

    public void rename(long hotel, String name) {
        done(
                hotel,
                () ->
                        jdbc.sql("update hotel set name = ? where hotel_id = ?")
                                .params(name, hotel)
                                .update());
    }

    /** How the rates are priced that are made from now on. */
    public void price(long hotel, Pricing pricing) {
        done(
                hotel,
                () ->
                        jdbc.sql("update hotel set pricing = ? where hotel_id = ?")
                                .params(pricing.name(), hotel)
                                .update());
    }

    /** Makes a room type; its number. */
    public long room(long hotel, String name, int maxPersons) {
        long id = next();
        return done(
                hotel,
                () -> {
                    jdbc.sql("insert into room values (?, ?, ?, ?)")
                            .params(id, hotel, name, maxPersons)
                            .update();
                    return id;
                });
    }

    public void change(long hotel, long room, String name, int maxPersons) {
        done(
                hotel,
                () ->
                        jdbc.sql("update room set name = ?, max_persons = ? where room_id = ?")
                                .params(name, maxPersons, room)
                                .update());
    }

    /** Opens or closes a room type; whether the hotel has it at all. */
    public boolean activate(long hotel, long room, boolean active) {
        return done(
                hotel,
                () ->
                        jdbc.sql("update room set active = ? where room_id = ? and hotel_id = ?")
                                        .params(active, room, hotel)
                                        .update()
                                == 1);
    }

    /** Makes a rate plan, which is sold for no room type yet; its number. */
    public long plan(long hotel, String name) {
        long id = next();
        return done(
                hotel,
                () -> {
                    jdbc.sql("insert into rate_plan values (?, ?, ?)")
                            .params(id, hotel, name)
                            .update();
                    return id;
                });
    }

    /** Names a rate plan anew; whether the hotel has it. */
    public boolean renamePlan(long hotel, long plan, String name) {
        return done(
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
    public boolean activatePlan(long hotel, long plan, boolean active) {
        return done(
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
    public List<Plan> plans(long hotel) {
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
        done(
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
        return done(
                hotel,
                () ->
                        jdbc.sql(
                                                "update rate set active = false where room_id = ?"
                                                        + " and rate_id = ? and active")
                                        .params(room, plan)
                                        .update()
                                == 1);
    }

    /** A rate plan. */
    public record Plan(long id, String name) {}

    private long next() {
        return jdbc.sql("select nextval('content_number')").query(Long.class).single();
    }

    private <T> T done(long hotel, Supplier<T> act) {
        T result = transaction.execute(status -> act.get());
        hotels.recall(hotel);
        return java.util.Objects.requireNonNull(result, "result");
    }
}
