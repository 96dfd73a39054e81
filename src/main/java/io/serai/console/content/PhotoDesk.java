package io.serai.console.content;

import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoBook;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a user works on a hotel's photos, and nobody else meanwhile. */
@Component
class PhotoDesk {

    private final Desk desk;

    PhotoDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * Works on all in a transaction of its own.
     *
     * @throws NotHere when the hotel is none of the user's
     */
    <T> T at(SignedIn user, int hotel, BiFunction<JdbcClient, PhotoBook, T> work) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    PhotoBook book = new PhotoBook(session, hotel);
                    book.lock();
                    return work.apply(session, book);
                });
    }

    /**
     * Finds one.
     *
     * @throws NotHere where the hotel has none of this key
     */
    static Photo find(PhotoBook book, long photo) {
        return book.find(photo).orElseThrow(() -> new NotHere("photo " + photo));
    }
}
