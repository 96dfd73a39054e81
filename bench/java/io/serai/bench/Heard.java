package io.serai.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When Serai took in what guests had done: until then it could not know of it. */
final class Heard {

    /** Between the beginning of a transaction and what others see of it. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, NavigableSet<Instant>> revisions = new HashMap<>();

    Heard(JdbcClient jdbc, List<Seller> sellers) {
        sellers.forEach(
                seller ->
                        seller.desk()
                                .get("/sandbox/hotels/" + seller.hotel() + "/bookings")
                                .forEach(
                                        booking -> {
                                            var promise = seller.promise(booking);
                                            numbers.put(
                                                    promise.ref(),
                                                    seller.provider() + " " + promise.number());
                                        }));
        jdbc.sql(
                        """
                        select a.provider || ' ' || r.number, v.received_at
                          from reservation_revisions v
                          join reservations r on r.id = v.reservation_id
                          join channel_accounts a on a.id = r.account_id
                        """)
                .query(
                        row -> {
                            revisions
                                    .computeIfAbsent(row.getString(1), number -> new TreeSet<>())
                                    .add(row.getObject(2, Timestamp.class).toInstant());
                        });
    }

    /** Whether a guest had acted by this moment, and Serai had not heard of it. */
    boolean isUnheard(Deed deed, Instant at) {
        if (deed.at().isAfter(at)) {
            return false;
        }
        var heard =
                revisions
                        .getOrDefault(numbers.getOrDefault(deed.ref(), ""), new TreeSet<>())
                        .ceiling(deed.at().minus(A_MOMENT));
        return heard == null || heard.isAfter(at.minus(A_MOMENT));
    }
}
