package io.serai.reservation;

import io.serai.channel.PortJson;
import io.serai.reservation.Confirmation.Booking;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers what became of each reservation of one answer, for the route that split it. A reservation
 * has its number in the variable {@code number} and its receipt in the header {@code
 * Serai-Receipt}; without a receipt nothing of it was committed and nobody may confirm it, and the
 * property {@code waits} says that it waits here to be sent again. The variables {@code revision},
 * {@code kind} and {@code hotel} say what was delivered, {@code receipt} what the channel wants
 * back.
 */
@Component("takenReservations")
public class TakenReservations implements AggregationStrategy {

    private static final String TAKEN = "Serai-Taken";
    private static final String REJECTED = "Serai-Rejected";
    private static final String FAILED = "Serai-Failed";
    private static final String PARKED = "Serai-Parked";
    private static final String DETAILS = "-Details";

    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange each) {
        Exchange all = before == null ? each : before;
        String receipt = each.getMessage().getHeader("Serai-Receipt", "", String.class);
        boolean failed = each.getException() != null || receipt.isBlank();
        Booking booking = booking(each);
        String list = failed ? FAILED : receipt.equalsIgnoreCase("rejected") ? REJECTED : TAKEN;
        if (Boolean.TRUE.equals(each.removeProperty("waits")) && failed) {
            all.setVariable(PARKED, and(list(all, PARKED), booking.number()));
        }
        all.setException(null);
        all.setVariable(list, and(list(all, list), booking.number()));
        all.setVariable(list + DETAILS, and(list(all, list + DETAILS), booking));
        return all;
    }

    /** What confirms the reservations that were taken; null when there are none. */
    public @Nullable String confirmation(Exchange exchange) {
        return message(exchange, TAKEN, null);
    }

    /** What rejects the reservations that can never be taken; null when there are none. */
    public @Nullable String rejection(Exchange exchange) {
        return message(exchange, REJECTED, "No connection leads to this hotel");
    }

    /**
     * Says in headers how many were taken, rejected ones among them, how many failed and how many
     * of these are parked.
     */
    public void count(Exchange exchange) {
        int done = list(exchange, TAKEN).size() + list(exchange, REJECTED).size();
        exchange.getMessage().setHeader(TAKEN, done);
        exchange.getMessage().setHeader(FAILED, list(exchange, FAILED).size());
        exchange.getMessage().setHeader(PARKED, list(exchange, PARKED).size());
    }

    private static Booking booking(Exchange each) {
        return new Booking(
                each.getVariable("number", "", String.class),
                each.getVariable("kind", String.class),
                each.getVariable("hotel", String.class),
                each.getVariable("receipt", String.class),
                null,
                each.getVariable("revision", Integer.class));
    }

    private static @Nullable String message(
            Exchange exchange, String list, @Nullable String refused) {
        List<String> numbers = list(exchange, list);
        return numbers.isEmpty()
                ? null
                : PortJson.write(
                        new Confirmation(
                                exchange.getVariable("queue", "", String.class),
                                null,
                                numbers,
                                list(exchange, list + DETAILS),
                                refused));
    }

    private static <T> List<T> and(List<T> before, T one) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return List.copyOf(all);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Exchange exchange, String name) {
        return exchange.getVariable(name, List.of(), List.class);
    }
}
