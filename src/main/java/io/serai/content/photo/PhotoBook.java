package io.serai.content.photo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The photos of one hotel, within the caller's transaction. */
public final class PhotoBook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> CAPTIONS = new TypeReference<>() {};
    private static final String SELECT =
            """
            select p.id, p.position, p.is_main, p.captions, p.token, p.type, p.width, p.height, p.bytes,
                   array(select t.code from photo_rooms r join room_types t on t.id = r.room_type_id where r.photo_id = p.id order by t.code) as rooms
              from photos p where p.hotel_id = :hotel
            """;

    private final JdbcClient session;
    private final int hotel;

    public PhotoBook(JdbcClient session, int hotel) {
        this.session = session;
        this.hotel = hotel;
    }

    /** All, in their order. */
    public List<Photo> all() {
        return session.sql(SELECT + "order by p.position, p.id")
                .param("hotel", hotel)
                .query(PhotoBook::photo)
                .list();
    }

    /** One. */
    public Optional<Photo> find(long id) {
        return session.sql(SELECT + "and p.id = :id")
                .param("hotel", hotel)
                .param("id", id)
                .query(PhotoBook::photo)
                .optional();
    }

    /** The one whose picture was uploaded as this content. */
    Optional<Long> findSame(String sha256) {
        return session.sql("select id from photos where hotel_id = ? and sha256 = ?")
                .params(hotel, sha256)
                .query(Long.class)
                .optional();
    }

    /** Nobody else changes the hotel's photos until the transaction ends. */
    public void lock() {
        session.sql("select pg_advisory_xact_lock('photos'::regclass::oid::integer, ?)")
                .param(hotel)
                .query()
                .singleRow();
    }

    /** Adds one behind the others; the first becomes the main photo. */
    public long add(Picture picture, String token) {
        return session.sql(
                        """
                        insert into photos (hotel_id, position, is_main, token, type, width, height, bytes, sha256)
                        select :hotel, coalesce(max(position), 0) + 1, count(*) = 0, :token, :type, :width, :height, :bytes, :sha
                          from photos where hotel_id = :hotel
                        returning id
                        """)
                .param("hotel", hotel)
                .params(values(picture, token))
                .query(Long.class)
                .single();
    }

    /** Gives one another picture; channels are to forget the one it had. */
    public void replace(long id, Picture picture, String token) {
        session.sql("update photo_places set photo_id = null where photo_id = ?")
                .param(id)
                .update();
        session.sql(
                        """
                        update photos set token = :token, type = :type, width = :width, height = :height, bytes = :bytes, sha256 = :sha
                         where id = :id
                        """)
                .param("id", id)
                .params(values(picture, token))
                .update();
    }

    private static Map<String, Object> values(Picture picture, String token) {
        return Map.of(
                "token", token,
                "type", picture.type(),
                "width", picture.width(),
                "height", picture.height(),
                "bytes", picture.content().length,
                "sha", picture.sha256());
    }

    /** Writes what stands below one. */
    public void caption(long id, Map<String, String> captions) {
        try {
            session.sql("update photos set captions = ?::jsonb where id = ?")
                    .params(JSON.writeValueAsString(captions), id)
                    .update();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Says which room types one shows. */
    public void show(long id, Collection<Integer> roomTypes) {
        session.sql("delete from photo_rooms where photo_id = ?").param(id).update();
        roomTypes.forEach(
                type ->
                        session.sql(
                                        "insert into photo_rooms (hotel_id, photo_id, room_type_id) values (?, ?, ?)")
                                .params(hotel, id, type)
                                .update());
    }

    /** Makes one the hotel's main photo. */
    public void makeMain(long id) {
        session.sql("update photos set is_main = false where hotel_id = ? and is_main and id <> ?")
                .params(hotel, id)
                .update();
        session.sql("update photos set is_main = true where id = ?").param(id).update();
    }

    /** Puts them in this order; all must be named. */
    public void order(List<Long> ids) {
        for (int i = 0; i < ids.size(); i++) {
            session.sql("update photos set position = ? where hotel_id = ? and id = ?")
                    .params(i + 1, hotel, ids.get(i))
                    .update();
        }
    }

    /** Takes one away, and has the first of the others be the main photo where it was that. */
    public void remove(Photo photo) {
        session.sql("delete from photos where id = ?").param(photo.id()).update();
        if (photo.main()) {
            all().stream().findFirst().ifPresent(first -> makeMain(first.id()));
        }
    }

    /** Has one told anew to the channels that did not take it; how many these are. */
    public int sendAgain(long id) {
        return session.sql(
                        "update photo_places set photo_id = null where photo_id = ? and state in ('refused', 'unfit')")
                .param(id)
                .update();
    }

    /** How far the hotel's photos are at channels. */
    public List<PhotoPlace> places() {
        return session.sql("select * from photo_places where hotel_id = ? and photo_id is not null")
                .param(hotel)
                .query(PhotoPlaceRows::place)
                .list();
    }

    private static Photo photo(ResultSet row, int number) throws SQLException {
        Array rooms = row.getArray("rooms");
        try {
            return new Photo(
                    row.getLong("id"),
                    row.getInt("position"),
                    row.getBoolean("is_main"),
                    JSON.readValue(row.getString("captions"), CAPTIONS),
                    row.getString("token"),
                    row.getString("type"),
                    row.getInt("width"),
                    row.getInt("height"),
                    row.getInt("bytes"),
                    List.of((String[]) rooms.getArray()));
        } catch (JsonProcessingException wrong) {
            throw new SQLException("photos.captions: not an object of texts", wrong);
        }
    }
}
