package io.serai.api;

import io.serai.content.photo.NewPictures;
import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoBook;
import io.serai.content.photo.PhotoRefused;
import io.serai.content.photo.PhotoShelf;
import io.serai.content.photo.Picture;
import io.serai.content.photo.PictureRefused;
import io.serai.content.photo.Pictures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
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
        return kept(
                picture,
                token ->
                        desk.at(
                                caller,
                                hotel,
                                (session, key) -> {
                                    PhotoBook book = new PhotoBook(session, key);
                                    long id =
                                            NewPictures.take(book, picture, token, pictures.most());
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
        Photo[] before = new Photo[1];
        Answer answer =
                kept(
                        picture,
                        token ->
                                desk.at(
                                        caller,
                                        hotel,
                                        (session, key) -> {
                                            PhotoBook book = new PhotoBook(session, key);
                                            book.lock();
                                            before[0] = ApiPhotos.find(book, photo);
                                            Version.demand(seen, photos.view(before[0]));
                                            NewPictures.demand(book, picture, before[0].id());
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

    private Answer kept(Picture picture, Function<String, Answer> work) {
        try {
            return shelf.keeping(picture, work);
        } catch (PhotoRefused refused) {
            Problem problem =
                    new Problem(
                            409,
                            refused.same() == null ? "Too many" : "Uploaded before",
                            String.valueOf(refused.getMessage()));
            throw refused.same() == null
                    ? problem
                    : problem.with("photo", refused.same().toString());
        }
    }
}
