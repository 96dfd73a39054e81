package io.serai.console.content;

import org.jspecify.annotations.Nullable;

/**
 * What became of something that was wanted of photos.
 *
 * @param photo the photo that it was wanted of, beside which it is said; null: of all
 * @param done whether it was done
 */
record PhotoSaid(String words, @Nullable Long photo, boolean done) {

    static PhotoSaid done(String words) {
        return new PhotoSaid(words, null, true);
    }

    static PhotoSaid not(String words) {
        return new PhotoSaid(words, null, false);
    }

    PhotoSaid of(long which) {
        return new PhotoSaid(words, which, done);
    }
}
