package io.serai.sandbox.property;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What partners build by themselves: hotels and room types. */
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

    /** A number that nothing else has. */
    long next() {
        return jdbc.sql("select nextval('content_number')").query(Long.class).single();
    }

    /** Does it, and has it seen from then on. */
    <T> T done(long hotel, Supplier<T> act) {
        T result = transaction.execute(status -> act.get());
        hotels.recall(hotel);
        return Objects.requireNonNull(result, "result");
    }
}
