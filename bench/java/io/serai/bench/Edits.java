package io.serai.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Random edits of prices, rooms and restrictions over ranges of nights, committed together. */
final class Edits {

    private static final int MOST = 12;
    private static final int MANY = 80;
    private static final int LONGEST = 90;
    private static final int LARGEST_STEP = 40;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Hotel hotel;
    private final Random random;

    Edits(OwnDatabase database, Hotel hotel, long seed) {
        this.jdbc = database.jdbc();
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.hotel = hotel;
        this.random = new Random(seed);
    }

    /** The months that changed, by field. Every fourth time it is a whole season that changes. */
    Map<String, Set<YearMonth>> commitSome() {
        var changed = new TreeMap<String, Set<YearMonth>>();
        transaction.executeWithoutResult(
                status -> {
                    int most = random.nextInt(4) == 0 ? MANY : MOST;
                    for (int left = 1 + random.nextInt(most); left > 0; left--) {
                        edit(changed);
                    }
                });
        return changed;
    }

    private void edit(Map<String, Set<YearMonth>> changed) {
        var from = hotel.today().plusDays(1 + random.nextInt(hotel.horizon() - LONGEST - 1));
        var to = from.plusDays(random.nextInt(LONGEST));
        var product = hotel.products().get(random.nextInt(hotel.products().size()));
        var field = edit(product, from, to);
        for (var month = YearMonth.from(from);
                !month.isAfter(YearMonth.from(to));
                month = month.plusMonths(1)) {
            changed.computeIfAbsent(field, it -> new TreeSet<>()).add(month);
        }
    }

    /** The field that it changes. No edit of a transaction undoes another. */
    private String edit(Product product, LocalDate from, LocalDate to) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                rate(
                        "prices = array(select p + 100 * :step from unnest(prices) p)",
                        product,
                        from,
                        to);
                yield "price";
            }
            case 1 -> {
                rate("min_through = coalesce(min_through, 0) + 1", product, from, to);
                yield "min-through";
            }
            case 2 -> {
                rate("min_arrival = coalesce(min_arrival, 0) + 1", product, from, to);
                yield "min-arrival";
            }
            default -> {
                jdbc.sql(
                                """
                                update room_nights set offered = offered + :step
                                 where night between :from and :to and room_type_id = (select id from room_types where code = :room)
                                """)
                        .param("step", 1)
                        .param("from", from)
                        .param("to", to)
                        .param("room", product.roomType())
                        .update();
                yield "rooms";
            }
        };
    }

    private void rate(String set, Product product, LocalDate from, LocalDate to) {
        var edit =
                jdbc.sql(
                                "update rate_nights set "
                                        + set
                                        + """
                                         where night between :from and :to
                                           and product_id = (select s.id from products s join room_types t on t.id = s.room_type_id
                                                               join rate_plans p on p.id = s.rate_plan_id where t.code = :room and p.code = :plan)
                                        """)
                        .param("from", from)
                        .param("to", to)
                        .param("room", product.roomType())
                        .param("plan", product.ratePlan());
        (set.contains(":step") ? edit.param("step", 1 + random.nextInt(LARGEST_STEP)) : edit)
                .update();
    }
}
