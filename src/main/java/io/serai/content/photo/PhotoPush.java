package io.serai.content.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the port {@code photo-push} takes. {@code mappings/schema/photo-push.json} says the same of
 * its JSON.
 *
 * @param hotel the channel's own id of the hotel
 * @param act what is to be done
 * @param photo add, change: as it is wanted
 * @param remote change, remove: the channel's id of the photo
 * @param gallery order: as it is wanted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhotoPush(
        String hotel,
        Act act,
        @Nullable Shown photo,
        @Nullable String remote,
        @Nullable Gallery gallery) {

    /** What is done with a photo or a gallery at a channel. */
    public enum Act {
        /** The channel is to fetch a picture that it does not have. */
        ADD,
        /** The picture is the same, what is said of it differs. */
        CHANGE,
        /** The channel is to forget it. */
        REMOVE,
        /** Which photos a gallery shows, and in which order. */
        ORDER;

        /** The word of the port contract. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A photo as a channel is to have it.
     *
     * @param id Serai's own id
     * @param url where the channel fetches the picture
     * @param type its media type
     * @param width pixels
     * @param height pixels
     * @param main whether it is the hotel's main photo
     * @param position its place among the hotel's photos, from 1
     * @param rooms the room types that it shows; none: the hotel
     * @param captions what stands below it, by language
     */
    public record Shown(
            String id,
            String url,
            String type,
            int width,
            int height,
            boolean main,
            int position,
            List<Room> rooms,
            Map<String, String> captions) {

        public Shown {
            rooms = List.copyOf(rooms);
            captions = Map.copyOf(captions);
        }

        /** The same at another address. */
        Shown at(String other) {
            return new Shown(id, other, type, width, height, main, position, rooms, captions);
        }
    }

    /**
     * A room type that a photo shows.
     *
     * @param id the channel's own id of it
     * @param main whether the photo is its first
     */
    public record Room(String id, boolean main) {}

    /**
     * The photos that are shown of a hotel or a room type.
     *
     * @param room the channel's own id of the room type; null: the hotel's
     * @param main the channel's id of the hotel's main photo; null in a room type's gallery and
     *     where it is not live
     * @param photos the channel's ids of all that are live there, in order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gallery(@Nullable String room, @Nullable String main, List<String> photos) {

        public Gallery {
            photos = List.copyOf(photos);
        }
    }
}
