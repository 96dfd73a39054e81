package io.serai.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers what became of each reservation of one answer, for the route that split it. A reservation
 * has its number in the variable {@code number} and its receipt in the header {@code
 * Serai-Receipt}; without a receipt nothing of it was committed and nobody may confirm it.
 */
@Component("takenReservations")
public class TakenReservations implements AggregationStrategy {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAKEN = "Serai-Taken";
    private static final String REJECTED = "Serai-Rejected";
    private static final String FAILED = "Serai-Failed";

    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange each) {
        Exchange all = before == null ? each : before;
        String receipt = each.getMessage().getHeader("Serai-Receipt", "", String.class);
        boolean failed = each.getException() != null || receipt.isBlank();
        String number = each.getVariable("number", "", String.class);
        all.setException(null);
        add(all, failed ? FAILED : receipt.equalsIgnoreCase("rejected") ? REJECTED : TAKEN, number);
        return all;
    }

    /** What confirms the reservations that were taken; null when there are none. */
    public @Nullable String confirmation(Exchange exchange) throws JsonProcessingException {
        return message(exchange, TAKEN, null);
    }

    /** What rejects the reservations that can never be taken; null when there are none. */
    public @Nullable String rejection(Exchange exchange) throws JsonProcessingException {
        return message(exchange, REJECTED, "No connection leads to this hotel");
    }

    /** Says in headers how many were taken, rejected ones among them, and how many failed. */
    public void count(Exchange exchange) {
        int done = numbers(exchange, TAKEN).size() + numbers(exchange, REJECTED).size();
        exchange.getMessage().setHeader(TAKEN, done);
        exchange.getMessage().setHeader(FAILED, numbers(exchange, FAILED).size());
    }

    private static @Nullable String message(Exchange exchange, String list, @Nullable String words)
            throws JsonProcessingException {
        List<String> numbers = numbers(exchange, list);
        if (numbers.isEmpty()) {
            return null;
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("queue", exchange.getVariable("queue", String.class));
        message.put("reservations", numbers);
        if (words != null) {
            message.put("refused", words);
        }
        return JSON.writeValueAsString(message);
    }

    private static void add(Exchange all, String list, String number) {
        List<String> numbers = new ArrayList<>(numbers(all, list));
        numbers.add(number);
        all.setVariable(list, List.copyOf(numbers));
    }

    @SuppressWarnings("unchecked")
    private static List<String> numbers(Exchange exchange, String list) {
        return exchange.getVariable(list, List.of(), List.class);
    }
}
