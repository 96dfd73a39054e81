package io.serai.content.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what channels were told of photos, as the engine sees them. */
@Repository
class PhotoPlaceRows {

    private final JdbcClient jdbc;

    PhotoPlaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PhotoPlace> of(int connection) {
        return jdbc.sql("select * from photo_places where connection_id = ? order by id")
                .param(connection)
                .query(PhotoPlaceRows::place)
                .list();
    }

    /** Writes down that a photo leaves now. */
    void leaves(PhotoRound round, WantedPhoto photo, String facts) {
        put(round, photo, PhotoState.PENDING.word(), facts, null, null);
    }

    /**
     * Writes down that a channel was told of a photo by a message of the hotel; nothing where it
     * was told already.
     *
     * @return how many rows
     */
    int taken(int connection, long photo, String file) {
        return jdbc.sql(
                        """
                        insert into photo_places (hotel_id, connection_id, photo_id, state, file, facts)
                        select hotel_id, :connection, id, 'pending', :file, '' from photos where id = :photo
                        on conflict (connection_id, photo_id) do nothing
                        """)
                .param("connection", connection)
                .param("photo", photo)
                .param("file", file)
                .update();
    }

    /** Writes down that a channel takes no such photo. */
    void unfit(PhotoRound round, WantedPhoto photo, String words) {
        put(round, photo, PhotoPlace.UNFIT, "", PhotoPlace.UNFIT, words);
    }

    private void put(
            PhotoRound round,
            WantedPhoto photo,
            String state,
            String facts,
            @Nullable String code,
            @Nullable String words) {
        jdbc.sql(
                        """
                        insert into photo_places (hotel_id, connection_id, photo_id, state, file, facts, code, words)
                        select hotel_id, :connection, id, :state, :file, :facts, :code, :words from photos where id = :photo
                        on conflict (connection_id, photo_id) do update
                           set state = excluded.state, file = excluded.file, facts = excluded.facts, code = excluded.code,
                               words = excluded.words, remote = null, sent_at = now(), read_at = null
                        """)
                .param("connection", round.connection())
                .param("photo", photo.id())
                .param("state", state)
                .param("file", photo.file())
                .param("facts", facts)
                .param("code", code, Types.VARCHAR)
                .param("words", words, Types.VARCHAR)
                .update();
    }

    /** Writes down what a channel said to a photo that it was told for the first time. */
    void answered(
            PhotoRound round,
            WantedPhoto photo,
            PhotoState state,
            @Nullable String remote,
            @Nullable String code,
            @Nullable String words) {
        jdbc.sql(
                        """
                        update photo_places set state = :state, remote = :remote, code = :code, words = :words
                         where connection_id = :connection and file = :file
                        """)
                .param("state", state.word())
                .param("remote", remote, Types.VARCHAR)
                .param("code", code, Types.VARCHAR)
                .param("words", words, Types.VARCHAR)
                .param("connection", round.connection())
                .param("file", photo.file())
                .update();
    }

    /** Writes down what a channel was told with a photo, and what it said. */
    void told(PhotoPlace place, String facts, @Nullable String code, @Nullable String words) {
        jdbc.sql(
                        "update photo_places set facts = :facts, code = :code, words = :words where id = :id")
                .param("facts", facts)
                .param("code", code, Types.VARCHAR)
                .param("words", words, Types.VARCHAR)
                .param("id", place.id())
                .update();
    }

    /** Writes down what a channel said of a picture that it does not forget. */
    void kept(PhotoPlace place, @Nullable String code, @Nullable String words) {
        told(place, place.facts(), code, words);
    }

    /** Writes down how far a picture is; one that the channel does not know is told anew. */
    void found(PhotoRound round, PhotoFindings.Found found) {
        if (found.state() == PhotoState.GONE) {
            jdbc.sql("delete from photo_places where id = ? and connection_id = ?")
                    .params(Long.valueOf(found.id()), round.connection())
                    .update();
            return;
        }
        jdbc.sql(
                        """
                        update photo_places set state = :state, remote = coalesce(:remote, remote), code = :code, words = :words, read_at = now()
                         where id = :id and connection_id = :connection
                        """)
                .param("state", found.state().word())
                .param("remote", found.remote(), Types.VARCHAR)
                .param("code", found.code(), Types.VARCHAR)
                .param("words", found.words(), Types.VARCHAR)
                .param("id", Long.valueOf(found.id()))
                .param("connection", round.connection())
                .update();
    }

    /** The channel is to forget a picture: no photo has it any more. */
    void leave(PhotoPlace place) {
        jdbc.sql("update photo_places set photo_id = null where id = ?").param(place.id()).update();
    }

    /** The channel has nothing of a picture. */
    void forget(PhotoPlace place) {
        jdbc.sql("delete from photo_places where id = ?").param(place.id()).update();
    }

    static PhotoPlace place(ResultSet row, int number) throws SQLException {
        Timestamp readAt = row.getTimestamp("read_at");
        return new PhotoPlace(
                row.getLong("id"),
                row.getInt("connection_id"),
                row.getObject("photo_id", Long.class),
                row.getString("state"),
                row.getString("remote"),
                row.getString("file"),
                row.getString("facts"),
                row.getString("code"),
                row.getString("words"),
                row.getTimestamp("sent_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
