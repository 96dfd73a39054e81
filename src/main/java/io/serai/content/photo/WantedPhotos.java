package io.serai.content.photo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A hotel's photos in the words of a channel.
 *
 * @param round whose channel
 * @param rooms the channel's rooms, by the codes of the room types that they are here
 * @param addresses where pictures are fetched
 */
record WantedPhotos(PhotoRound round, Map<String, String> rooms, PhotoAddresses addresses) {

    /** In their order; a room type that the channel does not have is not named. */
    List<WantedPhoto> of(List<Photo> photos) {
        List<WantedPhoto> wanted = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (Photo photo : photos) {
            List<PhotoPush.Room> shown =
                    photo.rooms().stream()
                            .map(rooms::get)
                            .filter(Objects::nonNull)
                            .map(room -> new PhotoPush.Room(room, begun.add(room)))
                            .toList();
            String file = addresses.once(photo.token(), photo.type());
            wanted.add(
                    new WantedPhoto(
                            photo.id(),
                            file,
                            new PhotoPush.Shown(
                                    Long.toString(photo.id()),
                                    addresses.of(file),
                                    photo.type(),
                                    photo.width(),
                                    photo.height(),
                                    photo.main(),
                                    wanted.size() + 1,
                                    shown,
                                    photo.captions())));
        }
        return wanted;
    }
}
