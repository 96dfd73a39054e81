package io.serai.content.photo;

import org.jspecify.annotations.Nullable;

/** A picture that can be taken, but not for this hotel now: names what was met and expected. */
public final class PhotoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Long same;

    private PhotoRefused(String words, @Nullable Long same) {
        super(words, null, false, false);
        this.same = same;
    }

    static PhotoRefused known(long photo) {
        return new PhotoRefused(
                "picture: that of photo " + photo + " (expected: one that the hotel does not have)",
                photo);
    }

    static PhotoRefused tooMany(int most) {
        return new PhotoRefused(
                "photos: " + most + " (expected: at most so many of a hotel)", null);
    }

    /** The photo that has the same picture; null where it was refused for another reason. */
    public @Nullable Long same() {
        return same;
    }
}
