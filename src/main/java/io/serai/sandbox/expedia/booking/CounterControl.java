package io.serai.sandbox.expedia.booking;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.wire.CallLog;
import io.serai.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The control face's counters: what happened at the stand-in since its schema was made. */
final class CounterControl {

    private final CallLog calls;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CounterControl(
            CallLog calls,
            Transactions transactions,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.calls = calls;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET(
                        "/sandbox/counters",
                        request ->
                                ServerResponse.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(Json.write(counters())))
                .build();
    }

    record Counters(
            long bookings,
            long cancelled,
            long unacknowledged,
            long fallbackEmails,
            List<Map<String, Object>> transactions,
            List<Map<String, Object>> refusedGuests,
            List<Map<String, Object>> calls) {}

    private Counters counters() {
        transaction.executeWithoutResult(status -> transactions.expire());
        return new Counters(
                count("expedia_booking"),
                count("expedia_booking where status = 'cancelled'"),
                count("expedia_transaction where state in ('pending', 'retrieved')"),
                count("expedia_transaction where state = 'mailed'"),
                rows(
                        """
                        select hotel_id as hotel, type, state, mailed_why as why, count(*) as acts
                          from expedia_transaction group by hotel_id, type, state, mailed_why
                         order by hotel_id, type, state, mailed_why"""),
                rows(
                        """
                        select hotel_id as hotel, reason, count(*) as guests
                          from expedia_refused_guest group by hotel_id, reason
                         order by hotel_id, reason"""),
                calls.counts());
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private List<Map<String, Object>> rows(String sql) {
        return jdbc.sql(sql).query().listOfRows();
    }
}
