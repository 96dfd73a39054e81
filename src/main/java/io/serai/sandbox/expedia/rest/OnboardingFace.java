package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Hotels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Properties that partners make: taken at once, then looked at, then a hotel or refused. */
final class OnboardingFace {

    private static final int MOST = 50;

    private final OnboardingRows rows;
    private final Hotels hotels;
    private final PropertyImages images;
    private final Supplier<Long> numbers;
    private final Duration takes;
    private final Clock clock;

    /**
     * @param takes how long it is looked at
     */
    OnboardingFace(
            OnboardingRows rows,
            Hotels hotels,
            PropertyImages images,
            Supplier<Long> numbers,
            Duration takes,
            Clock clock) {
        this.rows = rows;
        this.hotels = hotels;
        this.images = images;
        this.numbers = numbers;
        this.takes = takes;
        this.clock = clock;
    }

    RestAnswer write(RestCall call) {
        String provider = granted(call);
        JsonNode all = call.body();
        if (!all.isArray() || all.isEmpty() || all.size() > MOST) {
            throw RestRefusal.wrongType("body", "an array of 1 to 50 properties");
        }
        ArrayNode echo = JsonNodeFactory.instance.arrayNode();
        boolean refused = false;
        for (JsonNode property : all) {
            ObjectNode shown = Entity.of(property).json().deepCopy();
            ArrayNode faults = OnboardingRules.validation(property);
            if (!faults.isEmpty()) {
                shown.set("validation", faults);
                refused = true;
            }
            echo.add(shown);
        }
        if (refused) {
            throw new RestRefusal(400, echo);
        }
        for (JsonNode property : echo) {
            rows.put(provider, call.account(), property, clock.instant());
            rows.find(provider, property.path("providerPropertyId").asText())
                    .map(OnboardingRows.Onboarding::hotel)
                    .ifPresent(hotel -> images.take(call.account(), hotel, property));
            ((ObjectNode) property)
                    .putObject("status")
                    .put(
                            "href",
                            "/properties/v1/%s/%s/status"
                                    .formatted(
                                            provider,
                                            property.path("providerPropertyId").asText()));
        }
        return new RestAnswer(202, echo, null);
    }

    RestAnswer read(RestCall call) {
        OnboardingRows.Onboarding onboarding = settled(call);
        ObjectNode shown = Entity.parse(onboarding.property());
        shown.put("expediaId", onboarding.hotel());
        return RestAnswer.of(shown);
    }

    RestAnswer remove(RestCall call) {
        OnboardingRows.Onboarding onboarding = settled(call);
        rows.remove(onboarding);
        return RestAnswer.nothing(204);
    }

    RestAnswer status(RestCall call) {
        OnboardingRows.Onboarding onboarding = settled(call);
        JsonNode property = Entity.parse(onboarding.property());
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("provider", onboarding.provider());
        status.put("providerPropertyId", onboarding.id());
        status.put("expediaId", onboarding.hotel());
        List<OnboardingRules.Reason> reasons =
                isUnderWay(onboarding) ? List.of() : OnboardingRules.reasons(property);
        status.put("code", code(onboarding, reasons));
        ArrayNode codes = status.putArray("reasonCodes");
        ArrayNode messages = status.putArray("messages");
        reasons.forEach(
                reason -> {
                    codes.add(reason.code());
                    messages.add(reason.message());
                });
        status.put("timestampUtc", clock.instant().toString());
        return RestAnswer.of(status);
    }

    private String code(
            OnboardingRows.Onboarding onboarding, List<OnboardingRules.Reason> reasons) {
        if (onboarding.hotel() != null) {
            return "OnboardingSucceeded";
        }
        return reasons.isEmpty() ? "PropertySaved" : "OnboardingFailed";
    }

    private boolean isUnderWay(OnboardingRows.Onboarding onboarding) {
        Instant end = onboarding.toldAt().plus(takes);
        return onboarding.hotel() == null && clock.instant().isBefore(end);
    }

    /** A property as it stands; one whose time has come, and that lacks nothing, is a hotel now. */
    private OnboardingRows.Onboarding settled(RestCall call) {
        String provider = granted(call);
        String id = call.variables().getOrDefault("id", "");
        OnboardingRows.Onboarding found =
                rows.find(provider, id).orElseThrow(RestRefusal::noSuchResource);
        JsonNode property = Entity.parse(found.property());
        if (found.hotel() != null
                || isUnderWay(found)
                || !OnboardingRules.reasons(property).isEmpty()) {
            return found;
        }
        long hotel = numbers.get();
        hotels.open(
                hotel,
                call.account(),
                property.path("name").asText(),
                property.path("currencyCode").asText(),
                property.path("timeZone").asText(),
                property.path("inventorySettings"));
        images.take(call.account(), hotel, property);
        return rows.becomes(found, hotel);
    }

    private static String granted(RestCall call) {
        Account account = call.account();
        String provider = call.variables().getOrDefault("provider", "");
        if (!provider.equals(account.provider())) {
            throw new RestRefusal(
                    403, 1003, "Access to this API is forbidden for provider '" + provider + "'");
        }
        return provider;
    }
}
