package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.expedia.image.Image;
import io.serai.sandbox.expedia.image.Images;
import io.serai.sandbox.expedia.property.Account;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The images that the message of a property names: each is fetched and judged like one that was
 * told by itself, once for each address. One at a host that is not known is left out; one that is
 * not named any more stays.
 */
final class PropertyImages {

    private final Images images;

    PropertyImages(Images images) {
        this.images = images;
    }

    void take(Account account, long hotel, JsonNode property) {
        Set<String> known = images.of(hotel).stream().map(Image::url).collect(Collectors.toSet());
        for (JsonNode image : property.path("contents").path(0).path("images")) {
            String url = image.path("url").asText();
            if (!known.contains(url) && images.reaches(account, url)) {
                images.add(hotel, url, "{}", false);
            }
        }
    }
}
