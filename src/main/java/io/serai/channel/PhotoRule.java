package io.serai.channel;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a channel takes photos: by the ports {@code photo-push} and {@code photo-read}.
 *
 * @param leastSide the fewest pixels of each side
 * @param mostSide the most pixels of each side; null for no bound
 * @param most the most photos of a hotel; null for no bound
 * @param formats the pictures it takes
 * @param facts what it is told with a photo; none: a photo that it has is never told again
 * @param galleries whose photos are shown in an order that it is told
 * @param refused what becomes of a photo that it refused after taking it
 */
public record PhotoRule(
        int leastSide,
        @Nullable Integer mostSide,
        @Nullable Integer most,
        Set<Format> formats,
        Set<Fact> facts,
        Set<Gallery> galleries,
        Refused refused) {

    /** A kind of picture. */
    public enum Format {
        JPEG,
        PNG
    }

    /** Something that is told with a photo. */
    public enum Fact {
        MAIN,
        POSITION,
        ROOMS,
        CAPTIONS
    }

    /** Something that shows photos in an order. */
    public enum Gallery {
        HOTEL,
        ROOM
    }

    /** What becomes of a photo that the channel refused after taking it. */
    public enum Refused {
        /** It stays there, and is removed before it is sent again. */
        STAYS,
        /** The channel forgets it by itself. */
        GONE
    }

    public PhotoRule {
        leastSide = Math.max(leastSide, 1);
        formats = Set.copyOf(Objects.requireNonNullElse(formats, Set.of(Format.JPEG, Format.PNG)));
        facts = Set.copyOf(Objects.requireNonNullElse(facts, Set.of()));
        galleries = Set.copyOf(Objects.requireNonNullElse(galleries, Set.of()));
        refused = Objects.requireNonNullElse(refused, Refused.GONE);
    }
}
