package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.property.Building;
import io.serai.sandbox.property.Pricing;

/** The settings of a property: each section is told by itself and answered by itself. */
final class Settings {

    static final String PART = "settings/";

    private final Schemas schemas;
    private final Parts parts;
    private final Building building;

    Settings(Schemas schemas, Parts parts, Building building) {
        this.schemas = schemas;
        this.parts = parts;
        this.building = building;
    }

    JsonNode put(Told told) {
        schemas.check("settings", told.body());
        var hotel = told.hotel().id();
        var done = JsonNodeFactory.instance.objectNode();
        told.body()
                .fields()
                .forEachRemaining(
                        section -> {
                            boolean taken = fits(section.getKey(), section.getValue());
                            if (taken) {
                                parts.put(hotel, PART + section.getKey(), section.getValue());
                            }
                            done.putObject(section.getKey()).put("success", taken);
                        });
        var pricing = told.body().at("/property_settings/pricing_type");
        if (pricing.isTextual()) {
            building.price(hotel, Pricing.valueOf(pricing.asText()));
        }
        return done;
    }

    JsonNode read(Told told) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        parts.below(told.hotel().id(), PART).forEach(all::set);
        return all;
    }

    /** What a form cannot say of a section. */
    private static boolean fits(String section, JsonNode told) {
        return switch (section) {
            case "age_buckets" -> isOrdered(told);
            case "quiet_hours" ->
                    !told.path("enabled").asBoolean() || told.has("start") && told.has("end");
            case "damage_policy" ->
                    !told.path("policy_type").asText().equals("HANDLED_BY_PROPERTY")
                            || told.has("amount");
            default -> true;
        };
    }

    private static boolean isOrdered(JsonNode buckets) {
        int before = -1;
        for (var bucket : buckets) {
            if (bucket.path("min_age").asInt() <= before
                    || bucket.path("max_age").asInt() < bucket.path("min_age").asInt()) {
                return false;
            }
            before = bucket.path("max_age").asInt();
        }
        return true;
    }
}
