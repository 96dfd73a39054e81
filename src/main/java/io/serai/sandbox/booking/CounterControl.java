package io.serai.sandbox.booking;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.wire.CallLog;
import io.serai.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The control face's counters: what happened at the stand-in since its schema was made. */
final class CounterControl {

    private final CallLog calls;
    private final QueueRows queues;
    private final JdbcClient jdbc;

    CounterControl(CallLog calls, QueueRows queues, JdbcClient jdbc) {
        this.calls = calls;
        this.queues = queues;
        this.jdbc = jdbc;
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
            long tokenExchanges,
            long bookings,
            long cancelled,
            long unacknowledged,
            long fallbackEmails,
            List<Map<String, Object>> refusedGuests,
            List<Map<String, Object>> calls) {}

    private Counters counters() {
        return new Counters(
                count("token_exchange"),
                count("booking"),
                count("booking where status = 'cancelled'"),
                count("booking where acknowledged_at is null"),
                queues.fallbackMails(),
                jdbc.sql(
                                """
                                select hotel_id as hotel, reason, count(*) as guests
                                  from refused_guest group by hotel_id, reason
                                 order by hotel_id, reason""")
                        .query()
                        .listOfRows(),
                calls.counts());
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
