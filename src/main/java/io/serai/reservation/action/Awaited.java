package io.serai.reservation.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.Action.Proof;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An action that a channel took, and its reservation as the channel last told it.
 *
 * @param request the request's id
 * @param proof what would show that it was done
 * @param asked what was asked for: {@code checkout} and {@code price} of the stay, or its {@code
 *     nights}
 * @param settledAt when the channel answered
 * @param isTold whether the channel tells by itself
 * @param isRead whether we had it read again
 * @param isMissed whether somebody heard already that it was not told
 * @param status of the reservation
 * @param revision the latest
 * @param prices of its nights, over all rooms; null for a night whose price is not known
 */
record Awaited(
        long request,
        String action,
        Proof proof,
        JsonNode asked,
        Instant settledAt,
        boolean isTold,
        boolean isRead,
        boolean isMissed,
        long reservation,
        int connection,
        String provider,
        String number,
        String status,
        int revision,
        @Nullable LocalDate departure,
        @Nullable BigDecimal total,
        Map<LocalDate, @Nullable BigDecimal> prices) {

    /** Whether the channel told what was asked for. */
    boolean isConfirmed() {
        boolean cancelled = status.equals("cancelled") || status.equals("no-show");
        return proof == Proof.CANCELLED ? cancelled : !cancelled && hasDeparture() && hasNights();
    }

    private boolean hasDeparture() {
        return (!asked.has("checkout")
                        || LocalDate.parse(asked.path("checkout").asText()).equals(departure))
                && (!asked.has("price") || same(asked.path("price"), total));
    }

    private boolean hasNights() {
        if (!asked.has("nights")) {
            return true;
        }
        Map<LocalDate, JsonNode> wanted = new TreeMap<>();
        asked.path("nights")
                .forEach(
                        night ->
                                wanted.put(
                                        LocalDate.parse(night.path("night").asText()),
                                        night.path("price")));
        return wanted.keySet().equals(prices.keySet())
                && wanted.entrySet().stream()
                        .allMatch(
                                each -> sameOrUnknown(each.getValue(), prices.get(each.getKey())));
    }

    private static boolean sameOrUnknown(JsonNode wanted, @Nullable BigDecimal told) {
        return told == null || same(wanted, told);
    }

    private static boolean same(JsonNode wanted, @Nullable BigDecimal told) {
        return Objects.nonNull(told) && new BigDecimal(wanted.asText()).compareTo(told) == 0;
    }
}
