package io.serai.console;

import io.serai.ari.Cell;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A night of a product, as the database has it.
 *
 * @param id the product
 * @param roomType what it is sold for
 * @param guests the most guests it is priced for
 * @param written what the hotel set
 */
record ProductRow(
        int id,
        int roomType,
        String name,
        Pricing pricing,
        int guests,
        LocalDate night,
        RateNight written) {

    static final String SQL =
            """
            select p.id, p.room_type_id, r.name, r.pricing, t.max_guests, d::date as night, n.closed, n.cta, n.ctd,
                   n.min_through, n.max_through, n.min_arrival, n.max_arrival, n.prices
              from products p join rate_plans r on r.id = p.rate_plan_id join room_types t on t.id = p.room_type_id
              cross join generate_series(:from::date, :until::date - 1, interval '1 day') d
              left join rate_nights n on n.product_id = p.id and n.night = d::date and n.night >= :from and n.night < :until
             where p.hotel_id = :hotel and (:one = 0 or p.id = :one)
             order by p.id, d
            """;

    static ProductRow of(ResultSet row) throws SQLException {
        boolean closed = row.getBoolean("closed");
        RateNight written =
                row.wasNull()
                        ? RateNight.UNWRITTEN
                        : new RateNight(
                                closed,
                                row.getBoolean("cta"),
                                row.getBoolean("ctd"),
                                row.getInt("min_through"),
                                row.getInt("max_through"),
                                row.getInt("min_arrival"),
                                row.getInt("max_arrival"),
                                Prices.of(row.getArray("prices")));
        return new ProductRow(
                row.getInt("id"),
                row.getInt("room_type_id"),
                row.getString("name"),
                Pricing.of(row.getString("pricing")),
                row.getInt("max_guests"),
                row.getObject("night", LocalDate.class),
                written);
    }

    Night night(Hotel hotel, List<Holding> held) {
        boolean byStay = pricing == Pricing.LENGTH_OF_STAY;
        return new Night(
                "product-" + id + "-" + night,
                byStay ? null : "/hotels/" + hotel.id() + "/products/" + id + "/nights/" + night,
                ours(hotel),
                null,
                marks(),
                words(hotel),
                written.closed() || written.unpriced(),
                held);
    }

    private String ours(Hotel hotel) {
        long price =
                pricing == Pricing.LENGTH_OF_STAY && !written.unpriced()
                        ? written.prices()[0]
                        : Prices.last(written.prices());
        return price == Cell.NONE ? Night.DASH : hotel.brief(price);
    }

    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (written.closed()) {
            marks.add("closed");
        }
        if (written.minThrough() > 1) {
            marks.add("≥" + written.minThrough());
        }
        if (written.minArrival() > 1) {
            marks.add("⇥≥" + written.minArrival());
        }
        if (written.maxThrough() > 0) {
            marks.add("≤" + written.maxThrough());
        }
        if (written.maxArrival() > 0) {
            marks.add("⇥≤" + written.maxArrival());
        }
        if (written.cta()) {
            marks.add("cta");
        }
        if (written.ctd()) {
            marks.add("ctd");
        }
        return marks;
    }

    private String words(Hotel hotel) {
        List<String> words = new ArrayList<>();
        if (written.unpriced()) {
            words.add("no price, so it is not sold");
        } else if (pricing == Pricing.OCCUPANCY) {
            for (int position = 0; position < written.prices().length; position++) {
                if (written.prices()[position] != Cell.NONE) {
                    words.add(hotel.amount(written.prices()[position]) + " for " + (position + 1));
                }
            }
        } else {
            words.add(
                    hotel.amount(written.prices()[0])
                            + switch (pricing) {
                                case PER_DAY -> "";
                                case PER_PERSON -> " for each guest";
                                default -> " for one night of one guest";
                            });
        }
        add(words, written.closed(), "closed");
        add(words, written.minThrough() > 1, "stays of " + written.minThrough() + " or more");
        add(words, written.minArrival() > 1, "arriving for " + written.minArrival() + " or more");
        add(words, written.maxThrough() > 0, "stays of at most " + written.maxThrough());
        add(words, written.maxArrival() > 0, "arriving for at most " + written.maxArrival());
        add(words, written.cta(), "no arrival");
        add(words, written.ctd(), "no departure");
        return String.join(", ", words);
    }

    private static void add(List<String> words, boolean when, String word) {
        if (when) {
            words.add(word);
        }
    }
}
