package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.booking.Transaction;
import io.serai.sandbox.expedia.booking.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the transactions that may be retrieved: at most 125, the newest first. */
final class Retrieval {

    private static final int PAGE = 125;
    private static final int MOST_DAYS = 30;

    private static final String OPEN =
            "(t.state = any (?::text[]) and " + Transactions.OFFERED + ")";

    private static final String CONFIRMED =
            """
            (t.state = 'confirmed' and b.lost_at is null and t.created_at > ? and not exists (
                select from expedia_transaction later
                 where later.booking_id = t.booking_id and later.number > t.number))""";

    private final Transactions transactions;
    private final Clock clock;

    Retrieval(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param statuses pending, retrieved, confirmed; expired is as good as none
     * @param days blocks of 24 hours back; null: without bound, of what is confirmed 30
     */
    record Filter(List<String> statuses, @Nullable Integer days) {

        static final Filter PENDING = new Filter(List.of("pending"), null);

        Filter {
            statuses =
                    statuses.isEmpty() && days == null
                            ? List.of("pending")
                            : statuses.isEmpty()
                                    ? List.of("pending", "retrieved", "confirmed")
                                    : statuses;
        }

        List<String> open() {
            return statuses.stream()
                    .filter(s -> s.equals("pending") || s.equals("retrieved"))
                    .toList();
        }
    }

    /** Locked until the transaction's end; what another call is at is left to it. */
    List<Transaction> find(Collection<Long> hotels, Filter filter) {
        var either = new ArrayList<String>();
        var params = new ArrayList<Object>();
        params.add(literal(hotels));
        if (!filter.open().isEmpty()) {
            either.add(OPEN);
            params.add(literal(filter.open()));
        }
        if (filter.statuses().contains("confirmed")) {
            either.add(CONFIRMED);
            params.add(daysAgo(filter.days() == null ? MOST_DAYS : filter.days()));
        }
        if (either.isEmpty()) {
            return List.of();
        }
        var rest = "where t.hotel_id = any (?::bigint[]) and (" + String.join(" or ", either) + ")";
        if (filter.days() != null) {
            rest += " and t.created_at > ?";
            params.add(daysAgo(filter.days()));
        }
        return transactions.find(
                rest
                        + " order by t.created_at desc, t.transaction_id desc limit "
                        + PAGE
                        + " for update of t skip locked",
                params.toArray());
    }

    /** The booking's open transaction, or the last one that was confirmed, of the last 30 days. */
    Optional<Transaction> latest(long booking) {
        return transactions
                .find(
                        "where t.booking_id = ? and t.created_at > ? and (t.state = 'confirmed' or "
                                + Transactions.OFFERED
                                + ") order by t.number desc limit 1",
                        booking,
                        daysAgo(MOST_DAYS))
                .stream()
                .findFirst();
    }

    private Object daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private static String literal(Collection<?> values) {
        return values.toString().replace('[', '{').replace(']', '}');
    }
}
