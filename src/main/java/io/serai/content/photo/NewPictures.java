package io.serai.content.photo;

import org.jspecify.annotations.Nullable;

/** Which pictures a hotel may be given, within the caller's transaction. */
public final class NewPictures {

    private NewPictures() {}

    /**
     * Adds a photo behind the others, where the hotel has no such picture and fewer photos than
     * most; nobody else changes them until the transaction ends.
     *
     * @param token by which the picture is found
     * @throws PhotoRefused where it cannot be
     */
    public static long take(PhotoBook book, Picture picture, String token, int most) {
        book.lock();
        demand(book, picture, null);
        if (book.all().size() >= most) {
            throw PhotoRefused.tooMany(most);
        }
        return book.add(picture, token);
    }

    /**
     * Demands a picture that no other photo of the hotel has.
     *
     * @param own the photo that may have it; null: none
     * @throws PhotoRefused where one has
     */
    public static void demand(PhotoBook book, Picture picture, @Nullable Long own) {
        book.findSame(picture.sha256())
                .filter(same -> !same.equals(own))
                .ifPresent(
                        same -> {
                            throw PhotoRefused.known(same);
                        });
    }
}
