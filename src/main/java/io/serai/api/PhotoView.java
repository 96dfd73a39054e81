package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoAddresses;
import io.serai.content.photo.PhotoPlace;
import io.serai.content.photo.PhotosAtChannels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A photo, and how far it is at each channel that takes photos. */
record PhotoView(
        String id,
        int position,
        boolean main,
        Map<String, String> captions,
        List<String> rooms,
        String url,
        String thumbnail,
        String type,
        int width,
        int height,
        int bytes,
        List<AtChannel> channels) {

    /** How far it is at a channel; unsent where the channel was not told of it as it is now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AtChannel(
            String connection,
            String provider,
            String state,
            @Nullable String remote,
            @Nullable String code,
            @Nullable String words,
            @Nullable Instant sentAt,
            @Nullable Instant readAt) {

        static AtChannel of(PhotosAtChannels.At at) {
            PhotoPlace place = at.place();
            String connection = Integer.toString(at.connection());
            return place == null
                    ? new AtChannel(
                            connection, at.provider(), at.state(), null, null, null, null, null)
                    : new AtChannel(
                            connection,
                            at.provider(),
                            at.state(),
                            place.remote(),
                            place.code(),
                            place.words(),
                            place.sentAt(),
                            place.readAt());
        }
    }

    static PhotoView of(Photo photo, PhotoAddresses addresses, List<AtChannel> channels) {
        return new PhotoView(
                Long.toString(photo.id()),
                photo.position(),
                photo.main(),
                photo.captions(),
                photo.rooms(),
                addresses.picture(photo.token(), photo.type()),
                addresses.thumbnail(photo.token(), photo.type()),
                photo.type(),
                photo.width(),
                photo.height(),
                photo.bytes(),
                channels);
    }

    /** The same without what channels say of it: what a version is of. */
    PhotoView content() {
        return new PhotoView(
                id, position, main, captions, rooms, url, thumbnail, type, width, height, bytes,
                List.of());
    }
}
