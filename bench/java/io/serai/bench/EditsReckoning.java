package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.bench.Intentions.Night;
import io.serai.bench.Intentions.Offer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Compares the prices and restrictions that were set last with what each channel shows. */
final class EditsReckoning {

    private final Hotel hotel;
    private final Stage stage;

    EditsReckoning(Hotel hotel, Stage stage) {
        this.hotel = hotel;
        this.stage = stage;
    }

    /** Cells that a channel shows otherwise than they were set last. */
    List<String> violations(Intentions intentions) {
        var violations = new ArrayList<String>();
        for (var seller : stage.sellers()) {
            var shown = shown(seller);
            intentions
                    .all()
                    .forEach(
                            (night, offer) -> {
                                var met = shown.get(night);
                                if (!offer.equals(met)) {
                                    violations.add(
                                            "%s %s: %s (expected: %s)"
                                                    .formatted(seller.name(), night, met, offer));
                                }
                            });
        }
        return violations;
    }

    private Map<Night, Offer> shown(Seller seller) {
        var shown = new HashMap<Night, Offer>();
        var rooms = new HashMap<String, String>();
        hotel.roomTypes()
                .forEach(type -> rooms.put(String.valueOf(seller.room(hotel, type)), type));
        var path = "/sandbox/hotels/%d/grid?from=%s&to=%s";
        for (var room :
                seller.desk()
                        .get(path.formatted(seller.hotel(), hotel.today(), hotel.lastNight()))
                        .get("rooms")) {
            var roomType = rooms.get(room.get("id").asText());
            for (var rate : room.get("rates")) {
                var plan = plan(seller, roomType, rate.get("id").asText());
                boolean byGuests = plan.equals(Pricing.BY_OCCUPANCY);
                for (var night : rate.get("nights")) {
                    shown.put(
                            new Night(roomType, plan, LocalDate.parse(night.get("night").asText())),
                            new Offer(cents(night.get("prices"), byGuests), minArrival(night)));
                }
            }
        }
        return shown;
    }

    private String plan(Seller seller, String roomType, String id) {
        return hotel.ratePlans().stream()
                .filter(plan -> String.valueOf(seller.rate(hotel, roomType, plan)).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the channel sells rate " + id));
    }

    /** All by the number of guests, or the one for a full room. */
    private static List<Long> cents(JsonNode prices, boolean byGuests) {
        var all =
                StreamSupport.stream(prices.spliterator(), false)
                        .map(price -> price.decimalValue().movePointRight(2).longValueExact())
                        .toList();
        return byGuests || all.isEmpty() ? all : List.of(all.get(all.size() - 1));
    }

    /** One channel's word for any stay is 0, the other's is 1; what they sell is the same. */
    private static int minArrival(JsonNode night) {
        var nights = night.has("minArrival") ? night.get("minArrival") : night.path("minLos");
        return Math.max(1, nights.asInt());
    }
}
