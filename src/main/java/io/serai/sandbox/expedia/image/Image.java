package io.serai.sandbox.expedia.image;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image of a hotel.
 *
 * @param url where its partner serves it
 * @param details a JSON object with what the partner says of it
 * @param comments a JSON array with what the channel says of it
 * @param fileName as the address ends; null while nothing was fetched
 * @param publishedUrl where the channel shows it; null where it does not
 */
public record Image(
        UUID id,
        long hotel,
        String url,
        ImageState state,
        String details,
        String comments,
        @Nullable String fileName,
        @Nullable String publishedUrl,
        Instant updatedAt) {}
