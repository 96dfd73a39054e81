package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;

/** The hotels of an account, as the Product API shows them. */
final class PropertiesFace {

    private static final int USUAL = 20;
    private static final int MOST = 200;

    private final Places places;
    private final Hotels hotels;

    PropertiesFace(Places places, Hotels hotels) {
        this.places = places;
        this.hotels = hotels;
    }

    RestAnswer list(RestCall call) {
        boolean all = "all".equalsIgnoreCase(call.query().get("status"));
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        hotels.linkedTo(call.account()).stream()
                .filter(hotel -> all || hotel.status().equals("Active"))
                .skip(number(call, "offset", 0, Integer.MAX_VALUE))
                .limit(number(call, "limit", USUAL, MOST))
                .forEach(hotel -> page.add(json(hotel)));
        return RestAnswer.of(page);
    }

    RestAnswer read(RestCall call) {
        return RestAnswer.of(json(places.hotel(call)));
    }

    private static int number(RestCall call, String name, int usual, int most) {
        String told = call.query().getOrDefault(name, Integer.toString(usual));
        if (!told.matches("[0-9]{1,9}") || Integer.parseInt(told) > most) {
            throw RestRefusal.wrongType(name, "a whole number up to " + most);
        }
        return Integer.parseInt(told);
    }

    private static ObjectNode json(Hotel hotel) {
        ObjectNode json = Entity.parse(hotel.details());
        json.put("resourceId", hotel.id()).put("name", hotel.name());
        json.put("status", hotel.status());
        json.put("currency", hotel.currency().getCurrencyCode());
        json.put("rateAcquisitionType", hotel.net() ? "NetRate" : "SellLAR");
        json.put("taxInclusive", hotel.taxInclusive());
        json.put(
                "pricingModel",
                hotel.pricing().byOccupancy() ? "OccupancyBasedPricing" : "PerDayPricing");
        json.put("baseAllocationEnabled", false);
        json.put("timezone", hotel.timeZone().getId());
        ArrayNode models = json.putArray("distributionModels");
        hotel.collects().stream().sorted().map(Collect::word).forEach(models::add);
        return json;
    }
}
