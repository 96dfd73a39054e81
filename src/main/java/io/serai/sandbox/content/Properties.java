package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.property.Building;
import io.serai.sandbox.wire.Call;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The Property API: properties made, changed and read. */
final class Properties {

    static final String PART = "property";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final List<String> AT_CREATION = List.of("target", "legal_entity_id");

    private final Schemas schemas;
    private final Metas metas;
    private final Parts parts;
    private final Made made;
    private final Building building;

    Properties(Schemas schemas, Metas metas, Parts parts, Made made, Building building) {
        this.schemas = schemas;
        this.metas = metas;
        this.parts = parts;
        this.made = made;
        this.building = building;
    }

    JsonNode create(Call call) {
        var body = JsonFaces.body(call);
        schemas.check("property", body);
        AT_CREATION.stream()
                .filter(field -> !body.has(field))
                .findFirst()
                .ifPresent(
                        field -> {
                            throw Wrong.of(Wrong.MISSING, field, "must not be null");
                        });
        if (!body.has("property_category") && !body.has("booking_property_category")) {
            throw Wrong.of(
                    Wrong.MISSING,
                    "property_category",
                    "property_category or booking_property_category is required");
        }
        checkWords(body);
        var hotel =
                building.hotel(
                        body.path("property_name").asText(),
                        currency(body),
                        call.caller().clientId());
        made.put(hotel, body.path("target").asText(), body.path("legal_entity_id").asLong());
        parts.put(hotel, PART, body);
        return numbered(hotel);
    }

    JsonNode change(Told told) {
        schemas.check("property", told.body());
        AT_CREATION.stream()
                .filter(told.body()::has)
                .findFirst()
                .ifPresent(
                        field -> {
                            throw Wrong.of(Wrong.INVALID, field, "cannot be changed");
                        });
        checkWords(told.body());
        if (told.body().has("currency_code")
                && !told.hotel().currency().getCurrencyCode().equals(currency(told.body()))) {
            throw Wrong.of(
                    Wrong.INVALID,
                    "currency_code",
                    "the currency of a property is " + told.hotel().currency());
        }
        var all =
                parts.find(told.hotel().id(), PART)
                        .map(before -> (ObjectNode) before.deepCopy())
                        .orElseGet(JsonNodeFactory.instance::objectNode);
        told.body().fields().forEachRemaining(field -> all.set(field.getKey(), field.getValue()));
        parts.put(told.hotel().id(), PART, all);
        building.rename(told.hotel().id(), all.path("property_name").asText());
        return numbered(told.hotel().id());
    }

    JsonNode read(Told told) {
        var shown =
                parts.find(told.hotel().id(), PART)
                        .map(before -> (ObjectNode) before.deepCopy())
                        .orElseGet(JsonNodeFactory.instance::objectNode);
        shown.put("property_id", told.hotel().id());
        shown.put("currency_code", told.hotel().currency().getCurrencyCode());
        shown.put("status", made.status(told.hotel().id()).shown());
        return shown;
    }

    private void checkWords(JsonNode body) {
        var country = body.at("/physical_address/country_code").asText().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw Wrong.of(
                    Wrong.INVALID,
                    "physical_address.country_code",
                    "'" + country + "' (expected: a country of ISO 3166)");
        }
        known(body, "booking_property_category", "code");
        known(body, "property_category", "code_ota");
    }

    private void known(JsonNode body, String field, String member) {
        if (body.has(field)
                && Metas.entry(metas.property.path("property_categories"), member, body.path(field))
                        .isEmpty()) {
            throw Wrong.of(Wrong.INVALID, field, "no such category: " + body.path(field));
        }
    }

    /** The one that the country has, unless another is told. */
    private static String currency(JsonNode body) {
        return body.has("currency_code")
                ? body.path("currency_code").asText()
                : Currency.getInstance(
                                new Locale.Builder()
                                        .setRegion(
                                                body.at("/physical_address/country_code").asText())
                                        .build())
                        .getCurrencyCode();
    }

    private static ObjectNode numbered(long hotel) {
        return JsonNodeFactory.instance.objectNode().put("property_id", hotel);
    }
}
