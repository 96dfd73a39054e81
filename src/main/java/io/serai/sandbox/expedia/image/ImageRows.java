package io.serai.sandbox.expedia.image;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of images. */
final class ImageRows {

    private final JdbcClient jdbc;

    ImageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Image add(long hotel, String url, String details, Instant now, Instant due) {
        return jdbc.sql(
                        """
                        insert into expedia_image (hotel_id, url, state, details, updated_at, due_at)
                        values (?, ?, 'Received', ?::jsonb, ?, ?) returning *""")
                .params(hotel, url, details, Timestamp.from(now), Timestamp.from(due))
                .query((row, n) -> image(row))
                .single();
    }

    List<Image> of(long hotel) {
        return jdbc.sql("select * from expedia_image where hotel_id = ? order by made")
                .param(hotel)
                .query((row, n) -> image(row))
                .list();
    }

    Optional<Image> find(long hotel, UUID id) {
        return jdbc.sql("select * from expedia_image where hotel_id = ? and image_id = ?")
                .params(hotel, id)
                .query((row, n) -> image(row))
                .optional();
    }

    List<Image> due(Instant now, int most) {
        return jdbc.sql("select * from expedia_image where due_at <= ? order by due_at limit ?")
                .params(Timestamp.from(now), most)
                .query((row, n) -> image(row))
                .list();
    }

    /** Only one image of a hotel is the one in search results. */
    void change(Image image, String details, boolean featured, Instant now) {
        if (featured) {
            jdbc.sql(
                            """
                            update expedia_image set details = details - 'propertyFeatured'
                             where hotel_id = ? and image_id <> ?""")
                    .params(image.hotel(), image.id())
                    .update();
        }
        jdbc.sql("update expedia_image set details = ?::jsonb, updated_at = ? where image_id = ?")
                .params(details, Timestamp.from(now), image.id())
                .update();
    }

    boolean remove(Image image) {
        return jdbc.sql("delete from expedia_image where image_id = ? and state <> 'Published'")
                        .param(image.id())
                        .update()
                == 1;
    }

    /** Whether the hotel has the same picture already, in an image that was not rejected. */
    boolean has(Image image, byte[] sha256) {
        return jdbc.sql(
                        """
                        select exists (select from expedia_image
                                        where hotel_id = ? and image_id <> ? and sha256 = ? and state <> 'Rejected')""")
                .params(image.hotel(), image.id(), sha256)
                .query(Boolean.class)
                .single();
    }

    void fetched(Image image, byte[] sha256, String fileName) {
        jdbc.sql("update expedia_image set sha256 = ?, file_name = ? where image_id = ?")
                .params(sha256, fileName, image.id())
                .update();
    }

    /**
     * @param words what the channel says of it; null where it says nothing
     * @param published where it is shown from now on; null where it is not
     * @param due when it goes on; null when this is its end
     */
    void becomes(
            Image image,
            ImageState state,
            @Nullable String words,
            @Nullable String published,
            Instant now,
            @Nullable Instant due) {
        jdbc.sql(
                        """
                        update expedia_image
                           set state = ?, published_url = ?, updated_at = ?, due_at = ?,
                               comments = case when ?::text is null then comments
                                          else comments || jsonb_build_object('text', ?::text, 'timestamp', ?::text) end
                         where image_id = ?""")
                .params(
                        Arrays.asList(
                                state.word(),
                                published,
                                Timestamp.from(now),
                                due == null ? null : Timestamp.from(due),
                                words,
                                words,
                                now.toString(),
                                image.id()))
                .update();
    }

    private static Image image(ResultSet row) throws SQLException {
        return new Image(
                row.getObject("image_id", UUID.class),
                row.getLong("hotel_id"),
                row.getString("url"),
                ImageState.of(row.getString("state")),
                row.getString("details"),
                row.getString("comments"),
                row.getString("file_name"),
                row.getString("published_url"),
                row.getTimestamp("updated_at").toInstant());
    }
}
