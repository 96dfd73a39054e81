package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** What the Property API demands: at once of the message, later of what the message says. */
final class OnboardingRules {

    private static final List<String> REQUIRED =
            List.of(
                    "providerPropertyId",
                    "name",
                    "provider",
                    "latitude",
                    "longitude",
                    "structureType",
                    "currencyCode",
                    "billingCurrencyCode",
                    "timeZone",
                    "addresses",
                    "contacts",
                    "contents");
    private static final int LEAST_AMENITIES = 10;
    private static final int SHORTEST_ADDRESS = 5;

    private OnboardingRules() {}

    /** Why a property did not become a hotel. */
    record Reason(String code, String message) {}

    /** What is wrong with a message, field by field; empty when it is taken. */
    static ArrayNode validation(JsonNode property) {
        ArrayNode faults = JsonNodeFactory.instance.arrayNode();
        for (String field : REQUIRED) {
            JsonNode value = property.path(field);
            if (value.isMissingNode()
                    || value.isNull()
                    || value.isContainerNode() && value.isEmpty()) {
                fault(faults, field, field + " is required for onboarding");
            }
        }
        for (String key :
                List.of("Property", "ReservationManager", "AlternateReservationManager")) {
            if (property.path("contacts").isObject() && !property.path("contacts").has(key)) {
                fault(faults, "contacts." + key, "contact " + key + " is required for onboarding");
            }
        }
        for (JsonNode content : property.path("contents")) {
            if (!content.path("locale").asText().equals("en-US")) {
                fault(faults, "contents.locale", "only en-US is supported");
            }
            if (content.path("images").isEmpty()) {
                fault(faults, "contents.images", "at least 1 image is required");
            }
            if (content.path("amenities").size() < LEAST_AMENITIES) {
                fault(faults, "contents.amenities", "at least 10 amenities are required");
            }
        }
        return faults;
    }

    private static void fault(ArrayNode faults, String field, String message) {
        faults.addObject().put("field", field).put("message", message);
    }

    /** Why a property that was taken does not become a hotel; empty when it does. */
    static List<Reason> reasons(JsonNode property) {
        List<Reason> reasons = new ArrayList<>();
        if (zero(property.path("latitude")) && zero(property.path("longitude"))) {
            reasons.add(
                    new Reason(
                            "InvalidCoordinates",
                            "Latitude/longitude cannot be 0/0 OR an invalid range."));
        }
        JsonNode address = property.path("addresses").path(0);
        if (address.path("line1").asText().length() < SHORTEST_ADDRESS
                || address.path("city").asText().isBlank()
                || address.path("countryCode").asText().isBlank()) {
            reasons.add(
                    new Reason(
                            "NoValidAddresses",
                            "No valid addresses found (line 1, city, and country code required)"));
        }
        if (property.at("/contacts/AlternateReservationManager/phoneNumbers").isEmpty()) {
            reasons.add(
                    new Reason(
                            "NoValidPhoneNumbers",
                            "At least 1 phone number is invalid for contacts, value cannot be"
                                    + " NULL."));
        }
        boolean hotelOnly =
                property.at("/inventorySettings/distributionModels")
                        .toString()
                        .equals("[\"HOTEL_COLLECT\"]");
        if (!hotelOnly
                && !property.path("currencyCode").equals(property.path("billingCurrencyCode"))) {
            reasons.add(
                    new Reason(
                            "CurrencyCodeMismatch",
                            "For Expedia Collect or Expedia Traveler Preference properties, the"
                                    + " CurrencyCode and BillingCurrencyCode must match."));
        }
        return reasons;
    }

    private static boolean zero(JsonNode coordinate) {
        return coordinate.asDouble() == 0;
    }
}
