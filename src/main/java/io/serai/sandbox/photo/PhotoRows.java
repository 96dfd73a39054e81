package io.serai.sandbox.photo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of photos and galleries. */
final class PhotoRows {

    /** The number under which the gallery of a hotel is kept beside those of its rooms. */
    static final long HOTEL = 0;

    private final JdbcClient jdbc;

    PhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Pending(
            String pendingId,
            String batchId,
            long hotelId,
            String url,
            Instant requestedAt,
            String status,
            @Nullable String message,
            @Nullable String photoId) {}

    record Photo(String photoId, long hotelId, String name, String sha256, int width, int height) {}

    void queue(Pending pending) {
        jdbc.sql(
                        "insert into pending_photo (pending_id, batch_id, hotel_id, url, requested_at) values (?, ?, ?, ?, ?)")
                .params(
                        pending.pendingId(),
                        pending.batchId(),
                        pending.hotelId(),
                        pending.url(),
                        pending.requestedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of a hotel that were asked for since a moment, of one batch where one is named. */
    List<Pending> queued(long hotel, @Nullable String batch, Instant since) {
        return jdbc.sql(
                        """
                        select * from pending_photo
                         where hotel_id = :hotel and batch_id = coalesce(:batch, batch_id) and requested_at > :since
                         order by requested_at, pending_id
                        """)
                .param("hotel", hotel)
                .param("batch", batch, java.sql.Types.VARCHAR)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Pending.class)
                .list();
    }

    /** The first that waits and was asked for before a moment. */
    Optional<Pending> waiting(Instant before) {
        return jdbc.sql(
                        """
                        select * from pending_photo where status = 'pending' and requested_at <= ?
                         order by requested_at, pending_id limit 1
                        """)
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Pending.class)
                .optional();
    }

    void settle(String pending, String status, @Nullable String message, @Nullable String photo) {
        jdbc.sql(
                        "update pending_photo set status = ?, message = ?, photo_id = ? where pending_id = ?")
                .params(status, message, photo, pending)
                .update();
    }

    Optional<Photo> find(long hotel, String photo) {
        return jdbc.sql("select * from photo where hotel_id = ? and photo_id = ?")
                .params(hotel, photo)
                .query(Photo.class)
                .optional();
    }

    Optional<Photo> findSame(long hotel, String sha256) {
        return jdbc.sql("select * from photo where hotel_id = ? and sha256 = ?")
                .params(hotel, sha256)
                .query(Photo.class)
                .optional();
    }

    List<Photo> all(long hotel) {
        return jdbc.sql("select * from photo where hotel_id = ? order by photo_id")
                .param(hotel)
                .query(Photo.class)
                .list();
    }

    /** How many a hotel has, with those that wait. */
    int count(long hotel) {
        return jdbc.sql(
                        """
                        select (select count(*) from photo where hotel_id = :hotel)
                             + (select count(*) from pending_photo where hotel_id = :hotel and status = 'pending')
                        """)
                .param("hotel", hotel)
                .query(Integer.class)
                .single();
    }

    /** Adds a photo behind the others of the hotel's gallery; the first becomes the main one. */
    void add(Photo photo) {
        jdbc.sql(
                        "insert into photo (photo_id, hotel_id, name, sha256, width, height) values (?, ?, ?, ?, ?, ?)")
                .params(
                        photo.photoId(),
                        photo.hotelId(),
                        photo.name(),
                        photo.sha256(),
                        photo.width(),
                        photo.height())
                .update();
        List<String> order = new ArrayList<>(gallery(photo.hotelId(), HOTEL));
        order.add(photo.photoId());
        order(photo.hotelId(), HOTEL, order);
        jdbc.sql(
                        """
                        insert into main_photo (hotel_id, photo_id) values (?, ?)
                        on conflict (hotel_id) do update set photo_id = coalesce(main_photo.photo_id, excluded.photo_id)
                        """)
                .params(photo.hotelId(), photo.photoId())
                .update();
    }

    void remove(String photo) {
        jdbc.sql("delete from photo where photo_id = ?").param(photo).update();
    }

    /** The photos of a gallery, in order. */
    List<String> gallery(long hotel, long room) {
        return jdbc.sql(
                        "select photo_id from gallery_photo where hotel_id = ? and room_id = ? order by place")
                .params(hotel, room)
                .query(String.class)
                .list();
    }

    void order(long hotel, long room, List<String> photos) {
        jdbc.sql("delete from gallery_photo where hotel_id = ? and room_id = ?")
                .params(hotel, room)
                .update();
        for (int place = 0; place < photos.size(); place++) {
            jdbc.sql(
                            "insert into gallery_photo (hotel_id, room_id, photo_id, place) values (?, ?, ?, ?)")
                    .params(hotel, room, photos.get(place), place)
                    .update();
        }
    }

    /** The rooms in whose galleries a photo is. */
    List<Long> rooms(String photo) {
        return jdbc.sql(
                        "select room_id from gallery_photo where photo_id = ? and room_id <> 0 order by room_id")
                .param(photo)
                .query(Long.class)
                .list();
    }

    @Nullable String main(long hotel) {
        return jdbc.sql(
                        "select photo_id from main_photo where hotel_id = ? and photo_id is not null")
                .param(hotel)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void main(long hotel, String photo) {
        jdbc.sql("update main_photo set photo_id = ? where hotel_id = ?")
                .params(photo, hotel)
                .update();
    }

    void smart(long hotel, boolean ordering) {
        jdbc.sql("update main_photo set smart_ordering = ? where hotel_id = ?")
                .params(ordering, hotel)
                .update();
    }

    boolean isSmart(long hotel) {
        return jdbc.sql("select smart_ordering from main_photo where hotel_id = ?")
                .param(hotel)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }
}
