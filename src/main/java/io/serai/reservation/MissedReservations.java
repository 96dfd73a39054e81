package io.serai.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reservations that a channel says were missed, named by their numbers only: each is asked for at
 * the queues.
 */
@Component("missedReservations")
public class MissedReservations {

    private static final Logger log = LoggerFactory.getLogger(MissedReservations.class);
    private static final Set<String> NAMES = Set.of("id", "reservation_id", "reservationId");
    private static final String NUMBER = "[0-9]{1,18}";

    private final ReservationReads reads;

    MissedReservations(ReservationReads reads) {
        this.reads = reads;
    }

    /**
     * Reads the numbers in the JSON that is the exchange's body: in lists of numbers, and as the
     * {@code id}, {@code reservation_id} or {@code reservationId} of objects, wherever they stand.
     * What was wanted before is not wanted twice. The body becomes the answer of the port.
     *
     * @param queues which are asked, separated by commas
     */
    public void want(Exchange exchange, String queues) {
        var account = exchange.getMessage().getHeader("Serai-Account", Long.class);
        var numbers = new LinkedHashSet<String>();
        collect(read(exchange.getMessage().getBody(String.class)), false, numbers);
        var all = Arrays.asList(queues.split(","));
        var wanted = reads.want(account, all, List.copyOf(numbers), "missed");
        if (wanted > 0) {
            log.warn("Account {}: {} reservations were missed", account, wanted / all.size());
        }
        exchange.getMessage().setHeader("Serai-Taken", 0);
        exchange.getMessage().setHeader("Serai-Failed", 0);
        exchange.getMessage().setBody("{\"outcome\":\"applied\",\"items\":[]}");
    }

    private static void collect(JsonNode node, boolean named, Set<String> numbers) {
        if (node.isArray()) {
            node.forEach(each -> collect(each, named || each.isValueNode(), numbers));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(
                            each ->
                                    collect(
                                            each.getValue(),
                                            NAMES.contains(each.getKey()),
                                            numbers));
        } else if (named && node.asText().matches(NUMBER)) {
            numbers.add(node.asText());
        }
    }

    private static JsonNode read(String text) {
        try {
            return ReservationJson.MAPPER.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(
                    "missed reservations: no JSON (expected: a list of numbers)");
        }
    }
}
