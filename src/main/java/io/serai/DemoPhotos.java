package io.serai;

import io.serai.content.photo.PhotoBook;
import io.serai.content.photo.PhotoShelf;
import io.serai.content.photo.PhotoWishes;
import io.serai.content.photo.Picture;
import io.serai.content.photo.Pictures;
import io.serai.database.EngineSession;
import io.serai.hotel.FirstHotel;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the first hotel some photos where it has none, and has its channels told of them. */
@Component
class DemoPhotos {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPhotos.class);
    private static final String ACTOR = "engine:first-hotel";

    private static final List<Scene> SCENES =
            List.of(
                    new Scene(
                            "The house by the sea", null, new Color(0x6FB7E9), new Color(0x2F7FA8)),
                    new Scene("The garden", "GDN", new Color(0x9AD0EC), new Color(0x5E9C4C)),
                    new Scene(
                            "A double with a view",
                            "SEA",
                            new Color(0xF3D9B1),
                            new Color(0x3C8DAD)),
                    new Scene(
                            "The dunes at dusk", "STE", new Color(0xE58B6B), new Color(0xC9A66B)));

    private final DemoSettings settings;
    private final SandboxBeside beside;
    private final FirstHotel firstHotel;
    private final Pictures pictures;
    private final PhotoShelf shelf;
    private final EngineSession engine;

    DemoPhotos(
            DemoSettings settings,
            SandboxBeside beside,
            FirstHotel firstHotel,
            Pictures pictures,
            PhotoShelf shelf,
            EngineSession engine) {
        this.settings = settings;
        this.beside = beside;
        this.firstHotel = firstHotel;
        this.pictures = pictures;
        this.shelf = shelf;
        this.engine = engine;
    }

    private record Scene(String caption, @Nullable String room, Color above, Color below) {}

    /** After all else, so that nobody waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void paint() {
        if (settings.enabled(beside.isAnywhere())) {
            firstHotel.find().ifPresent(this::paint);
        }
    }

    /** Gives a hotel without photos some. */
    void paint(int hotel) {
        boolean has = engine.call(ACTOR, session -> !new PhotoBook(session, hotel).all().isEmpty());
        if (!has) {
            SCENES.forEach(scene -> add(hotel, scene));
            int told = engine.call(ACTOR, session -> PhotoWishes.begin(session, hotel));
            LOG.info("The first hotel has {} photos; {} channels are told", SCENES.size(), told);
        }
    }

    private void add(int hotel, Scene scene) {
        Picture picture =
                pictures.read(
                        DemoPictures.scene(scene.above(), scene.below(), SCENES.indexOf(scene)));
        String token = shelf.keep(picture);
        engine.call(
                ACTOR,
                session -> {
                    PhotoBook book = new PhotoBook(session, hotel);
                    long id = book.add(picture, token);
                    book.caption(id, Map.of("en", scene.caption()));
                    book.show(id, rooms(session, hotel, scene.room()));
                    return id;
                });
    }

    private static List<Integer> rooms(JdbcClient session, int hotel, @Nullable String code) {
        return session.sql("select id from room_types where hotel_id = ? and code = ?")
                .params(hotel, String.valueOf(code))
                .query(Integer.class)
                .list();
    }
}
