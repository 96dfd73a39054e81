package io.serai.api;

import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoBook;
import io.serai.content.photo.PhotoShelf;
import io.serai.content.photo.Picture;
import io.serai.content.photo.PictureRefused;
import io.serai.content.photo.Pictures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes pictures in: judged by their content, written anew, and kept before a row names them. */
@Component("apiPictures")
public class ApiPictures {

    private final Targets targets;
    private final PlanDesk desk;
    private final Pictures pictures;
    private final PhotoShelf shelf;
    private final ApiPhotos photos;

    ApiPictures(
            Targets targets, PlanDesk desk, Pictures pictures, PhotoShelf shelf, ApiPhotos photos) {
        this.targets = targets;
        this.desk = desk;
        this.pictures = pictures;
        this.shelf = shelf;
        this.photos = photos;
    }

    /**
     * Adds a photo behind the others.
     *
     * @throws Problem 422 for what is no picture that can be taken, 409 for one that the hotel has
     */
    public Answer add(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header(Exchange.HTTP_SERVLET_REQUEST) HttpServletRequest upload) {
        Picture picture = read(caller, hotel, upload);
        String token = shelf.keep(picture);
        return kept(
                token,
                picture,
                () ->
                        desk.at(
                                caller,
                                hotel,
                                (session, key) -> {
                                    PhotoBook book = new PhotoBook(session, key);
                                    book.lock();
                                    demandNew(book, picture, null);
                                    demandRoom(book);
                                    long id = book.add(picture, token);
                                    return photos.answer(
                                            201, session, key, book.find(id).orElseThrow());
                                }));
    }

    /**
     * Gives a photo another picture; it is told to channels anew, and they are to forget the one
     * before.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer one
     */
    public Answer replace(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("photo") String photo,
            @Header("If-Match") @Nullable String seen,
            @Header(Exchange.HTTP_SERVLET_REQUEST) HttpServletRequest upload) {
        Picture picture = read(caller, hotel, upload);
        String token = shelf.keep(picture);
        Photo[] before = new Photo[1];
        Answer answer =
                kept(
                        token,
                        picture,
                        () ->
                                desk.at(
                                        caller,
                                        hotel,
                                        (session, key) -> {
                                            PhotoBook book = new PhotoBook(session, key);
                                            book.lock();
                                            before[0] = ApiPhotos.find(book, photo);
                                            Version.demand(seen, photos.view(before[0]));
                                            demandNew(book, picture, before[0].id());
                                            book.replace(before[0].id(), picture, token);
                                            return photos.answer(
                                                    200, session, key, ApiPhotos.find(book, photo));
                                        }));
        shelf.forget(before[0].token(), before[0].type());
        return answer;
    }

    /** Takes the bytes as they came: a message's body is taken for a text. */
    private Picture read(Caller caller, String hotel, HttpServletRequest upload) {
        targets.hotel(caller, hotel);
        try {
            return pictures.read(ReadRequest.content(upload));
        } catch (PictureRefused refused) {
            throw new Problem(422, "Not taken", String.valueOf(refused.getMessage()));
        }
    }

    /** What was kept is forgotten where no row came to name it. */
    private Answer kept(String token, Picture picture, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            shelf.forget(token, picture.type());
            throw failed;
        }
    }

    private void demandRoom(PhotoBook book) {
        int most = pictures.most();
        if (book.all().size() >= most) {
            throw new Problem(
                    409, "Too many", "photos: " + most + " (expected: at most so many of a hotel)");
        }
    }

    private static void demandNew(PhotoBook book, Picture picture, @Nullable Long own) {
        Optional<Long> same = book.findSame(picture.sha256());
        if (same.isPresent() && !same.get().equals(own)) {
            throw new Problem(
                            409,
                            "Uploaded before",
                            "picture: that of photo "
                                    + same.get()
                                    + " (expected: one that the hotel does not have)")
                    .with("photo", same.get().toString());
        }
    }
}
