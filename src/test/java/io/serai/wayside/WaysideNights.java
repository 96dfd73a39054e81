package io.serai.wayside;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the stand-in sells of a property, night by night. */
final class WaysideNights {

    private static final Set<String> OF_A_ROOM =
            Set.of("ref", "room", "from", "until", "available");
    private static final Set<String> OF_A_PLAN =
            Set.of(
                    "ref",
                    "room",
                    "plan",
                    "from",
                    "until",
                    "closed",
                    "price",
                    "minStay",
                    "noArrival",
                    "noDeparture");

    private final Map<LocalDate, Integer> available = new ConcurrentHashMap<>();
    private final Map<LocalDate, String> prices = new ConcurrentHashMap<>();

    /** Rooms of a night; null when nobody said. */
    @Nullable Integer available(LocalDate night) {
        return available.get(night);
    }

    /** The price of a night; null when nobody said. */
    @Nullable String price(LocalDate night) {
        return prices.get(night);
    }

    /** A guest books or cancels a room. */
    void sell(LocalDate night, int rooms) {
        available.merge(night, -rooms, Integer::sum);
    }

    /** All is lost. */
    void forget() {
        available.clear();
        prices.clear();
    }

    /** Takes a change; the code of the problem when it does not. */
    @Nullable String take(JsonNode change) {
        Set<String> known = change.has("plan") ? OF_A_PLAN : OF_A_ROOM;
        for (Iterator<String> names = change.fieldNames(); names.hasNext(); ) {
            if (!known.contains(names.next())) {
                return "no-such-member";
            }
        }
        if (!change.path("room").asText().equals("DBL")) {
            return "no-such-room";
        }
        if (change.has("plan") && !change.path("plan").asText().equals("BAR")) {
            return "no-such-plan";
        }
        if (change.has("available")
                && (!change.get("available").isInt()
                        || change.get("available").asInt() < 0
                        || change.get("available").asInt() > 99)) {
            return "no-such-count";
        }
        if (change.has("price")
                && !(change.get("price").isTextual()
                        && change.get("price").asText().matches("[0-9]+[.][0-9]{2}"))) {
            return "no-such-price";
        }
        try {
            LocalDate from = LocalDate.parse(change.path("from").asText());
            LocalDate until = LocalDate.parse(change.path("until").asText());
            if (!until.isAfter(from)) {
                return "no-such-nights";
            }
            from.datesUntil(until).forEach(night -> put(night, change));
            return null;
        } catch (DateTimeException unreadable) {
            return "no-such-nights";
        }
    }

    private void put(LocalDate night, JsonNode change) {
        if (change.has("available")) {
            available.put(night, change.get("available").asInt());
        }
        if (change.has("price")) {
            prices.put(night, change.get("price").asText());
        }
    }
}
