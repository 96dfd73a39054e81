package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoAddresses;
import io.serai.content.photo.PhotoBook;
import io.serai.content.photo.PhotoShelf;
import io.serai.content.photo.PhotoWishes;
import io.serai.content.photo.RoomsShown;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A hotel's photos: what is said of them, their order, and how far they are at channels. */
@Component("apiPhotos")
public class ApiPhotos {

    private final PlanDesk desk;
    private final PhotoShelf shelf;
    private final PhotoAddresses addresses;
    private final PhotoChannels channels;

    ApiPhotos(PlanDesk desk, PhotoShelf shelf, PhotoAddresses addresses, PhotoChannels channels) {
        this.desk = desk;
        this.shelf = shelf;
        this.addresses = addresses;
        this.channels = channels;
    }

    /** What channels were asked for. */
    record Begun(int connections) {}

    /** All of a hotel, in their order. */
    public Map<String, List<PhotoView>> list(
            @ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        return desk.at(caller, hotel, this::all);
    }

    /** One, with its version. */
    public Answer one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("photo") String photo) {
        return desk.at(
                caller,
                hotel,
                (session, key) ->
                        answer(200, session, key, find(new PhotoBook(session, key), photo)));
    }

    /**
     * Changes what is said of one.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer one
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("photo") String photo,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        PhotoForm form = new PhotoForm(body);
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    PhotoBook book = new PhotoBook(session, key);
                    book.lock();
                    Photo before = find(book, photo);
                    Version.demand(seen, view(before));
                    Map<String, String> captions = form.captions();
                    if (captions != null) {
                        book.caption(before.id(), captions);
                    }
                    var rooms = form.rooms(RoomsShown.of(session, key));
                    if (rooms != null) {
                        book.show(before.id(), rooms);
                    }
                    if (form.main()) {
                        book.makeMain(before.id());
                    }
                    return answer(200, session, key, find(book, photo));
                });
    }

    /** Puts all of a hotel in an order. */
    public Map<String, List<PhotoView>> order(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    PhotoBook book = new PhotoBook(session, key);
                    book.lock();
                    List<Long> known = book.all().stream().map(Photo::id).toList();
                    book.order(PhotoForm.order(body, known));
                    return all(session, key);
                });
    }

    /** Takes one away; channels are told when they are told of photos next. */
    public Answer remove(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("photo") String photo,
            @Header("If-Match") @Nullable String seen) {
        Photo gone =
                desk.at(
                        caller,
                        hotel,
                        (session, key) -> {
                            PhotoBook book = new PhotoBook(session, key);
                            book.lock();
                            Photo found = find(book, photo);
                            Version.demand(seen, view(found));
                            book.remove(found);
                            return found;
                        });
        shelf.forget(gone.token(), gone.type());
        return Answer.of(200, view(gone));
    }

    /** Has the hotel's channels told of its photos now. */
    public Answer sync(@ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        return Answer.of(202, new Begun(desk.at(caller, hotel, PhotoWishes::begin)));
    }

    /** Has one told anew to the channels that did not take it. */
    public Answer sendAgain(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("photo") String photo) {
        return desk.at(
                caller,
                hotel,
                (session, key) -> {
                    PhotoBook book = new PhotoBook(session, key);
                    int again = book.sendAgain(find(book, photo).id());
                    PhotoWishes.begin(session, key);
                    return Answer.of(202, new Begun(again));
                });
    }

    static Photo find(PhotoBook book, String id) {
        return book.find(Targets.key(id)).orElseThrow(() -> Problem.unknown("photo", id));
    }

    /** One without what channels say of it: what its version is of. */
    PhotoView view(Photo photo) {
        return PhotoView.of(photo, addresses, List.of());
    }

    private Map<String, List<PhotoView>> all(JdbcClient session, int hotel) {
        PhotoBook book = new PhotoBook(session, hotel);
        return Map.of("photos", channels.views(session, hotel, book.all()));
    }

    /** One as it is shown, with its version. */
    Answer answer(int status, JdbcClient session, int hotel, Photo photo) {
        PhotoView view = channels.views(session, hotel, List.of(photo)).get(0);
        return new Answer(status, view, Version.of(view.content()));
    }
}
