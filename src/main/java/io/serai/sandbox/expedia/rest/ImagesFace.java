package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.expedia.image.Image;
import io.serai.sandbox.expedia.image.Images;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Images, by the Image API: told by their address, judged later, never deleted once published. */
final class ImagesFace {

    private static final int MOST = 1000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'GMT'").withZone(ZoneOffset.UTC);

    private final Places places;
    private final Images images;

    ImagesFace(Places places, Images images) {
        this.places = places;
        this.images = images;
    }

    RestAnswer list(RestCall call) {
        Hotel hotel = places.hotel(call);
        boolean all = "all".equalsIgnoreCase(call.query().get("status"));
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        images.of(hotel.id()).stream()
                .map(ImagesFace::json)
                .filter(image -> all || image.path("status").asText().equals("Active"))
                .limit(MOST)
                .forEach(page::add);
        return RestAnswer.of(page);
    }

    RestAnswer read(RestCall call) {
        return RestAnswer.of(json(image(call)));
    }

    RestAnswer create(RestCall call) {
        Hotel hotel = places.hotel(call);
        Entity told = Entity.of(call.body());
        ImageRules.checkNew(hotel, told);
        String url = told.json().path("originalImageUrl").asText();
        if (!images.reaches(call.account(), url)) {
            throw new RestRefusal(
                    400,
                    3804,
                    "We couldn't access the file at location "
                            + url
                            + ". If this is the first time you use this API, please contact"
                            + " Expedia to insure Expedia is configured to access this location.");
        }
        ObjectNode kept = kept(told);
        Image made = images.add(hotel.id(), url, kept.toString(), featured(kept));
        return RestAnswer.made(json(made), "/properties/" + hotel.id() + "/images/" + made.id());
    }

    RestAnswer patch(RestCall call) {
        Image image = image(call);
        ImageRules.checkChange(places.hotel(call), Entity.of(call.body()));
        ObjectNode kept = kept(new Entity(Entity.parse(image.details())).patched(call.body()));
        images.change(image, kept.toString(), featured(kept));
        return read(call);
    }

    RestAnswer remove(RestCall call) {
        if (!images.remove(image(call))) {
            throw new RestRefusal(
                    400, 3802, "A published image cannot be deleted, only set inactive");
        }
        return RestAnswer.nothing(204);
    }

    private Image image(RestCall call) {
        UUID id = id(call.variables().getOrDefault("image", ""));
        Hotel hotel = places.hotel(call);
        if (id == null) {
            throw RestRefusal.noSuchResource();
        }
        return images.find(hotel.id(), id).orElseThrow(RestRefusal::noSuchResource);
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static ObjectNode kept(Entity told) {
        ObjectNode kept = told.json().deepCopy();
        kept.retain("categoryCode", "propertyFeatured", "roomTypes", "status");
        return kept;
    }

    private static boolean featured(JsonNode image) {
        return image.path("propertyFeatured").asBoolean();
    }

    private static ObjectNode json(Image image) {
        ObjectNode json = Entity.parse(image.details());
        json.put("resourceId", image.id().toString());
        json.put("originalImageUrl", image.url());
        json.put("state", image.state().word());
        json.put("status", json.path("status").asText("Active"));
        json.put("propertyFeatured", featured(json));
        json.put("lastUpdateDateTime", MOMENT.format(image.updatedAt()));
        JsonNode comments = Json.read(image.comments(), JsonNode.class);
        if (!comments.isEmpty()) {
            json.set("comments", comments);
        }
        if (image.fileName() != null) {
            json.put("fileName", image.fileName());
        }
        if (image.publishedUrl() != null) {
            json.put("publishedImageUrl", image.publishedUrl());
        }
        return json;
    }
}
