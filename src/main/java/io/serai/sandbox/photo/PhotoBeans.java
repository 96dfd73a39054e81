package io.serai.sandbox.photo;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Json;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the photos together. */
public class PhotoBeans {

    private static final String PROPERTY = "/photo-api/properties/{property}";
    private static final String QUEUE = PROPERTY + "/pending/photos";
    private static final String GALLERY = PROPERTY + "/gallery";
    private static final String ROOM = PROPERTY + "/rooms/{room}/gallery";

    @Bean
    PhotoRows photoRows(JdbcClient jdbc) {
        return new PhotoRows(jdbc);
    }

    @Bean
    PhotoFaces photoFaces(
            Hotels hotels, PhotoRows rows, TransactionTemplate transaction, Clock clock) {
        return new PhotoFaces(hotels, rows, transaction, clock);
    }

    @Bean
    GalleryFaces galleryFaces(PhotoFaces photos, PhotoRows rows, TransactionTemplate transaction) {
        return new GalleryFaces(photos, rows, transaction);
    }

    @Bean
    PhotoDesk photoDesk(
            PhotoRows rows, TransactionTemplate transaction, Clock clock, Environment settings) {
        var after = settings.getRequiredProperty("sandbox.photos.after", Duration.class);
        return new PhotoDesk(rows, transaction, clock, after);
    }

    @Bean
    Face queuePhotos(PhotoFaces photos) {
        return face("POST", QUEUE, photos::queue);
    }

    @Bean
    Face pendingPhotos(PhotoFaces photos) {
        return face("GET", QUEUE, photos::pending);
    }

    @Bean
    Face allPhotos(PhotoFaces photos) {
        return face("GET", PROPERTY + "/photos", photos::all);
    }

    @Bean
    Face removePhoto(PhotoFaces photos) {
        return face("DELETE", PROPERTY + "/photos/{photo}", photos::remove);
    }

    @Bean
    Face gallery(GalleryFaces galleries) {
        return face("GET", GALLERY, galleries::hotel);
    }

    @Bean
    Face orderGallery(GalleryFaces galleries) {
        return face("PUT", GALLERY, galleries::orderHotel);
    }

    @Bean
    Face roomGallery(GalleryFaces galleries) {
        return face("GET", ROOM, galleries::room);
    }

    @Bean
    Face orderRoomGallery(GalleryFaces galleries) {
        return face("PUT", ROOM, galleries::orderRoom);
    }

    private static Face face(String method, String path, Handler handler) {
        return new Face(method, path, Demands.TOKEN, Dialect.json(), handler);
    }

    record Refused(String words) {}

    @Bean
    RouterFunction<ServerResponse> photoControl(PhotoDesk desk) {
        return route().PUT(
                        "/sandbox/hotels/{hotel}/photo-refusal",
                        request -> {
                            var hotel = Long.parseLong(request.pathVariable("hotel"));
                            var refused = Json.read(request.body(byte[].class), Refused.class);
                            desk.refuse(hotel, refused.words());
                            return ServerResponse.noContent().build();
                        })
                .build();
    }
}
