package io.serai.sandbox.expedia.property;

import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of hotels and room types. */
final class HotelRows {

    private final JdbcClient jdbc;
    private final PlanRows plans;

    HotelRows(JdbcClient jdbc, PlanRows plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    List<Long> ids() {
        return jdbc.sql("select hotel_id from expedia_hotel").query(Long.class).list();
    }

    void put(long hotel, HotelForm form) {
        jdbc.sql(
                        """
                        insert into expedia_hotel (hotel_id, account, name, currency, time_zone, status,
                               pricing, acquisition, tax_inclusive, tax_percent, collects,
                               stay_through, most_min_los, payment_fields, details)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?::jsonb)
                        on conflict (hotel_id) do update
                           set account = excluded.account, name = excluded.name,
                               currency = excluded.currency, time_zone = excluded.time_zone,
                               status = excluded.status, pricing = excluded.pricing,
                               acquisition = excluded.acquisition,
                               tax_inclusive = excluded.tax_inclusive,
                               tax_percent = excluded.tax_percent, collects = excluded.collects,
                               stay_through = excluded.stay_through,
                               most_min_los = excluded.most_min_los,
                               payment_fields = excluded.payment_fields, details = excluded.details""")
                .params(
                        Arrays.asList(
                                hotel,
                                form.accounts().get(0),
                                form.name(),
                                Currency.getInstance(form.currency()).getCurrencyCode(),
                                ZoneId.of(HotelForm.or(form.timeZone(), "UTC")).getId(),
                                HotelForm.or(form.status(), "Active"),
                                form.pricingOrDefault().word(),
                                form.net() ? "NetRate" : "SellLAR",
                                form.taxInclusive(),
                                HotelForm.or(form.taxPercent(), BigDecimal.ZERO),
                                PlanRows.words(form.collectsOrDefault()),
                                form.stayThrough(),
                                form.mostMinLos(),
                                HotelForm.or(form.paymentFields(), true),
                                HotelForm.text(form.details())))
                .update();
        jdbc.sql("update expedia_room set gone = true where hotel_id = ?").param(hotel).update();
        jdbc.sql(
                        """
                        update expedia_plan set gone = true
                         where room_id in (select room_id from expedia_room where hotel_id = ?)""")
                .param(hotel)
                .update();
    }

    /** Writes the room type, not its rate plans. */
    void put(long hotel, RoomType room) {
        var mine =
                jdbc.sql(
                                """
                                insert into expedia_room (room_id, hotel_id, name, partner_code,
                                       max_persons, base_allocation, details)
                                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                                on conflict (room_id) do update
                                   set name = excluded.name, partner_code = excluded.partner_code,
                                       max_persons = excluded.max_persons,
                                       base_allocation = excluded.base_allocation,
                                       details = excluded.details, gone = false
                                 where expedia_room.hotel_id = excluded.hotel_id""")
                        .params(
                                Arrays.asList(
                                        room.id(),
                                        hotel,
                                        room.name(),
                                        room.partnerCode(),
                                        room.maxPersons(),
                                        room.baseAllocation(),
                                        room.details()))
                        .update();
        if (mine == 0) {
            throw new Refusal(409, "394", "room " + room.id() + " belongs to another hotel");
        }
    }

    Hotel read(long id) {
        return jdbc.sql("select * from expedia_hotel where hotel_id = ?")
                .param(id)
                .query((row, n) -> hotel(row))
                .single();
    }

    private Hotel hotel(ResultSet row) throws SQLException {
        return new Hotel(
                row.getLong("hotel_id"),
                row.getString("account"),
                row.getString("name"),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("time_zone")),
                row.getString("status"),
                PricingModel.of(row.getString("pricing")),
                row.getString("acquisition").equals("NetRate"),
                row.getBoolean("tax_inclusive"),
                row.getBigDecimal("tax_percent"),
                PlanRows.collects(row),
                row.getBoolean("stay_through"),
                row.getObject("most_min_los", Integer.class),
                row.getBoolean("payment_fields"),
                rooms(row.getLong("hotel_id")),
                row.getString("details"));
    }

    private Map<String, RoomType> rooms(long hotel) {
        var rooms = new LinkedHashMap<String, RoomType>();
        jdbc.sql("select * from expedia_room where hotel_id = ? and not gone order by room_id")
                .param(hotel)
                .query(
                        row -> {
                            var id = row.getString("room_id");
                            rooms.put(
                                    id,
                                    new RoomType(
                                            id,
                                            row.getString("name"),
                                            row.getString("partner_code"),
                                            row.getInt("max_persons"),
                                            row.getInt("base_allocation"),
                                            plans.of(id),
                                            row.getString("details")));
                        });
        return rooms;
    }
}
