package io.serai.sandbox.expedia.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.expedia.property.Hotel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the Image API demands of an image. */
final class ImageRules {

    private static final List<String> READ_ONLY =
            List.of(
                    "resourceId",
                    "publishedImageUrl",
                    "fileName",
                    "lastUpdateDateTime",
                    "comments",
                    "state");
    private static final String URL = "originalImageUrl";
    private static final Set<String> STATUS = Set.of("Active", "Inactive");
    private static final Set<String> CATEGORIES = categories();

    private ImageRules() {}

    static void checkNew(Hotel hotel, Entity image) {
        READ_ONLY.forEach(member -> forbid(image, member));
        if (image.json().path(URL).asText().isBlank()) {
            throw new RestRefusal(400, 3801, "Element \"" + URL + "\" is missing.");
        }
        check(hotel, image);
    }

    static void checkChange(Hotel hotel, Entity image) {
        READ_ONLY.forEach(member -> forbid(image, member));
        forbid(image, URL);
        check(hotel, image);
    }

    private static void forbid(Entity image, String member) {
        if (image.json().has(member)) {
            throw new RestRefusal(
                    400,
                    3800,
                    "Element \""
                            + member
                            + "\" cannot be provided in the request for this operation.");
        }
    }

    private static void check(Hotel hotel, Entity image) {
        image.word("status", STATUS, "Active");
        bool(image.json().path("propertyFeatured"), "propertyFeatured");
        JsonNode category = image.json().path("categoryCode");
        if (category.isTextual() && !CATEGORIES.contains(category.asText())) {
            throw new RestRefusal(400, 3805, "Invalid category code provided.");
        }
        for (JsonNode room : image.json().path("roomTypes")) {
            String id = room.path("resourceId").asText();
            if (!hotel.rooms().containsKey(id)) {
                throw new RestRefusal(400, 3203, "Room type ID not found [" + id + "].");
            }
            bool(room.path("roomTypeFeatured"), "roomTypeFeatured");
        }
    }

    private static void bool(JsonNode value, String member) {
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw new RestRefusal(
                    400,
                    2423,
                    "Invalid boolean value for element " + member + ", has to be true or false.");
        }
    }

    private static Set<String> categories() {
        String path = "/sandbox/expedia/image-categories.txt";
        try (InputStream text = ImageRules.class.getResourceAsStream(path)) {
            return Set.of(
                    new String(Objects.requireNonNull(text, path).readAllBytes(), UTF_8)
                            .strip()
                            .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": not readable", e);
        }
    }
}
