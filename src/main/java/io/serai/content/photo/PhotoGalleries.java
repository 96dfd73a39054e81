package io.serai.content.photo;

import io.serai.channel.PhotoRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each gallery of a hotel is to show at a channel: of the photos that are live there.
 *
 * @param rule how the channel takes photos
 * @param photos those that it is to have, in their order
 * @param places what it was told of them, by photo
 * @param told the galleries that it was told before
 */
record PhotoGalleries(
        PhotoRule rule,
        List<WantedPhoto> photos,
        Map<Long, PhotoPlace> places,
        Collection<String> told) {

    /** By the channel's room, the hotel's first. */
    Map<String, PhotoPush.Gallery> wanted() {
        Map<String, PhotoPush.Gallery> galleries = new LinkedHashMap<>();
        if (rule.galleries().contains(PhotoRule.Gallery.HOTEL)) {
            String main =
                    live().filter(photo -> photo.shown().main())
                            .map(this::remote)
                            .findFirst()
                            .orElse(null);
            galleries.put(PhotoStep.HOTEL, gallery(null, main, live()));
        }
        if (rule.galleries().contains(PhotoRule.Gallery.ROOM)) {
            for (String room : rooms()) {
                galleries.put(
                        room, gallery(room, null, live().filter(photo -> shows(photo, room))));
            }
        }
        return galleries;
    }

    private Stream<WantedPhoto> live() {
        return photos.stream()
                .filter(
                        photo -> {
                            PhotoPlace place = places.get(photo.id());
                            return place != null
                                    && place.is(PhotoState.LIVE)
                                    && place.remote() != null;
                        });
    }

    private String remote(WantedPhoto live) {
        PhotoPlace place = Objects.requireNonNull(places.get(live.id()));
        return Objects.requireNonNull(place.remote());
    }

    private PhotoPush.Gallery gallery(
            @Nullable String room, @Nullable String main, Stream<WantedPhoto> live) {
        return new PhotoPush.Gallery(room, main, live.map(this::remote).distinct().toList());
    }

    private List<String> rooms() {
        Stream<String> shown =
                photos.stream()
                        .flatMap(photo -> photo.shown().rooms().stream())
                        .map(PhotoPush.Room::id);
        Stream<String> before = told.stream().filter(gallery -> !gallery.equals(PhotoStep.HOTEL));
        return Stream.concat(shown, before).distinct().sorted().toList();
    }

    private static boolean shows(WantedPhoto photo, String room) {
        return photo.shown().rooms().stream().anyMatch(shown -> shown.id().equals(room));
    }
}
