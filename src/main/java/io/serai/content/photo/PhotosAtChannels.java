package io.serai.content.photo;

import io.serai.channel.Channels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far photos are at those of a hotel's channels that take photos; in the caller's transaction.
 */
@Component
public class PhotosAtChannels {

    private static final String UNSENT = "unsent";

    private final Channels channels;

    PhotosAtChannels(Channels channels) {
        this.channels = channels;
    }

    /**
     * A connection whose channel takes photos.
     *
     * @param name what people call it
     */
    record Taking(int id, String name, String provider) {}

    /**
     * How far a photo is at a channel.
     *
     * @param name what people call the connection
     * @param place where the channel was told of it as it is now; null: it was not
     */
    public record At(int connection, String name, String provider, @Nullable PhotoPlace place) {

        /** Unsent, or as the place says. */
        public String state() {
            return place == null ? UNSENT : place.state();
        }
    }

    /** Of each of a hotel's photos, by their keys. */
    public Map<Long, List<At>> of(JdbcClient session, int hotel, List<Photo> photos) {
        List<Taking> connections = connections(session, hotel);
        List<PhotoPlace> places = new PhotoBook(session, hotel).places();
        Map<Long, List<At>> all = new LinkedHashMap<>();
        for (Photo photo : photos) {
            all.put(photo.id(), connections.stream().map(one -> at(one, photo, places)).toList());
        }
        return all;
    }

    private static At at(Taking one, Photo photo, List<PhotoPlace> places) {
        return new At(
                one.id(),
                one.name(),
                one.provider(),
                places.stream()
                        .filter(place -> place.connection() == one.id() && place.isOf(photo))
                        .findFirst()
                        .orElse(null));
    }

    private List<Taking> connections(JdbcClient session, int hotel) {
        return session
                .sql(
                        """
                        select id, integration_name as name, provider from third_party_integrations
                         where hotel_id = ? and state <> 'disconnected' order by id
                        """)
                .param(hotel)
                .query(Taking.class)
                .list()
                .stream()
                .filter(one -> takesPhotos(one.provider()))
                .toList();
    }

    private boolean takesPhotos(String provider) {
        return channels.findByCode(provider)
                .filter(channel -> channel.definition().photos() != null)
                .isPresent();
    }
}
