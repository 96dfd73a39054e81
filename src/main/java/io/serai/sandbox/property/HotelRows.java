package io.serai.sandbox.property;

import io.serai.sandbox.wire.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of hotels, room types and rates. */
final class HotelRows {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    HotelRows(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    List<Long> ids() {
        return jdbc.sql("select hotel_id from hotel").query(Long.class).list();
    }

    void put(long hotel, HotelForm form) {
        transaction.executeWithoutResult(
                status -> {
                    putHotel(hotel, form);
                    form.rooms().forEach(room -> putRoom(hotel, form, room));
                });
    }

    private void putHotel(long hotel, HotelForm form) {
        var pricing = form.pricing() == null ? Pricing.STANDARD : form.pricing();
        jdbc.sql(
                        """
                        insert into hotel (hotel_id, name, currency, pricing) values (?, ?, ?, ?)
                        on conflict (hotel_id) do update
                           set name = excluded.name, currency = excluded.currency,
                               pricing = excluded.pricing""")
                .params(hotel, form.name(), form.currency(), pricing.name())
                .update();
        jdbc.sql("delete from hotel_account where hotel_id = ?").param(hotel).update();
        for (var account : Set.copyOf(form.accounts())) {
            jdbc.sql("insert into hotel_account (hotel_id, client_id) values (?, ?)")
                    .params(hotel, account)
                    .update();
        }
        jdbc.sql("update room set active = false where hotel_id = ?").param(hotel).update();
        jdbc.sql(
                        """
                        update rate set active = false
                         where room_id in (select room_id from room where hotel_id = ?)""")
                .param(hotel)
                .update();
    }

    private void putRoom(long hotel, HotelForm form, HotelForm.RoomForm room) {
        var mine =
                jdbc.sql(
                                """
                                insert into room (room_id, hotel_id, name, max_persons)
                                values (?, ?, ?, ?)
                                on conflict (room_id) do update
                                   set name = excluded.name, max_persons = excluded.max_persons,
                                       active = true
                                 where room.hotel_id = excluded.hotel_id""")
                        .params(room.id(), hotel, room.name(), room.maxPersons())
                        .update();
        if (mine == 0) {
            throw new Refusal(409, "394", "room " + room.id() + " belongs to another hotel");
        }
        room.rates().forEach(rate -> putRate(form, room, rate));
    }

    private void putRate(HotelForm form, HotelForm.RoomForm room, HotelForm.RateForm rate) {
        var pricing = rate.pricing() == null ? form.pricing() : rate.pricing();
        var parent = rate.parent() == null ? room.firstParent() : rate.parent();
        jdbc.sql(
                        """
                        insert into rate (room_id, rate_id, name, max_persons, readonly, pricing,
                                          parent_id, discount_percent, inherits_price,
                                          inherits_restrictions)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (room_id, rate_id) do update
                           set name = excluded.name, max_persons = excluded.max_persons,
                               readonly = excluded.readonly, pricing = excluded.pricing,
                               parent_id = excluded.parent_id,
                               discount_percent = excluded.discount_percent,
                               inherits_price = excluded.inherits_price,
                               inherits_restrictions = excluded.inherits_restrictions,
                               active = true""")
                .params(
                        java.util.Arrays.asList(
                                room.id(),
                                rate.id(),
                                rate.name(),
                                rate.maxPersons() == null ? room.maxPersons() : rate.maxPersons(),
                                rate.readonly() != null && rate.readonly(),
                                (pricing == null ? Pricing.STANDARD : pricing).name(),
                                rate.isChild() ? parent : null,
                                rate.discount() == null
                                        ? java.math.BigDecimal.ZERO
                                        : rate.discount(),
                                rate.inherits("price"),
                                rate.inherits("restrictions")))
                .update();
    }

    Hotel read(long id) {
        var accounts =
                jdbc.sql("select client_id from hotel_account where hotel_id = ?")
                        .param(id)
                        .query(String.class)
                        .set();
        return jdbc.sql("select name, currency from hotel where hotel_id = ?")
                .param(id)
                .query(
                        (row, n) ->
                                new Hotel(
                                        id,
                                        row.getString(1),
                                        Currency.getInstance(row.getString(2)),
                                        Set.copyOf(accounts),
                                        rooms(id)))
                .single();
    }

    private Map<Long, Room> rooms(long hotel) {
        var rooms = new LinkedHashMap<Long, Room>();
        jdbc.sql(
                        "select room_id, name, max_persons from room where hotel_id = ? and active"
                                + " order by room_id")
                .param(hotel)
                .query(
                        row -> {
                            var id = row.getLong(1);
                            rooms.put(id, new Room(id, row.getString(2), row.getInt(3), rates(id)));
                        });
        return rooms;
    }

    private Map<Long, Rate> rates(long room) {
        var rates = new LinkedHashMap<Long, Rate>();
        jdbc.sql("select * from rate where room_id = ? and active order by rate_id")
                .param(room)
                .query(
                        row -> {
                            rates.put(row.getLong("rate_id"), rate(row));
                        });
        return rates;
    }

    private static Rate rate(ResultSet row) throws SQLException {
        return new Rate(
                row.getLong("rate_id"),
                row.getString("name"),
                row.getInt("max_persons"),
                row.getBoolean("readonly"),
                Pricing.valueOf(row.getString("pricing")),
                row.getObject("parent_id", Long.class),
                row.getBigDecimal("discount_percent"),
                row.getBoolean("inherits_price"),
                row.getBoolean("inherits_restrictions"));
    }
}
