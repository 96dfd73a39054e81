package io.serai.console.content;

import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotosAtChannels.At;
import java.util.List;
import java.util.Objects;

/**
 * A photo as it is shown to who works on it.
 *
 * @param thumbnail where its small picture is found here
 * @param picture where the whole one is
 * @param at how far it is at each channel that takes photos
 */
public record PhotoCard(Photo photo, String thumbnail, String picture, List<At> at) {

    private static final int KILO = 1_000;

    /** Its size in words. */
    public String about() {
        return photo.width()
                + " × "
                + photo.height()
                + ", "
                + Math.max(1, photo.bytes() / KILO)
                + " kB";
    }

    /** What it is called where it cannot be seen. */
    public String name() {
        return photo.captions().values().stream().findFirst().orElse("Photo " + photo.position());
    }

    /** Whether a channel did not take it, so that it may be sent again. */
    public boolean isRefused() {
        return at.stream().anyMatch(it -> List.of("refused", "unfit").contains(it.state()));
    }

    /** What a channel says of it; empty where it says nothing. */
    public String words(At one) {
        return one.place() == null ? "" : Objects.requireNonNullElse(one.place().words(), "");
    }
}
