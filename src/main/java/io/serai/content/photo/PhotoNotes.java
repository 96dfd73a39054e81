package io.serai.content.photo;

import io.serai.channel.PhotoRule;
import io.serai.channel.PhotoRule.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is only to be written down of a hotel's photos at a channel, before anything is told.
 *
 * @param rule how the channel takes photos
 * @param taken those that it is to have
 * @param places what it was told
 * @param known the photos of which it was told something
 */
record PhotoNotes(
        PhotoRule rule, List<WantedPhoto> taken, List<PhotoPlace> places, Set<Long> known) {

    /** In the order in which they are taken. */
    Stream<PhotoStep> all() {
        return Stream.concat(ofPlaces(), ofPhotos());
    }

    /** What is known of a picture does not count any more. */
    private Stream<PhotoStep> ofPlaces() {
        Map<Long, WantedPhoto> photos =
                taken.stream().collect(Collectors.toMap(WantedPhoto::id, Function.identity()));
        List<PhotoStep> notes = new ArrayList<>();
        for (PhotoPlace place : places) {
            WantedPhoto photo = place.isLeft() ? null : photos.get(place.photo());
            if (photo != null && counts(place, photo)) {
                continue;
            }
            if (isNothing(place)) {
                notes.add(new PhotoStep.Forget(place));
            } else if (!place.isLeft()) {
                notes.add(new PhotoStep.Leave(place));
            }
        }
        return notes.stream();
    }

    /** The channel takes no such photo. */
    private Stream<PhotoStep> ofPhotos() {
        return taken.stream()
                .filter(photo -> !known.contains(photo.id()))
                .flatMap(
                        photo ->
                                photo.unfit(rule).stream()
                                        .map(words -> new PhotoStep.Unfit(photo, words)));
    }

    /** Whether what is known of a photo is of it as it is wanted now. */
    private boolean counts(PhotoPlace place, WantedPhoto photo) {
        boolean again =
                place.isUnfit() && photo.unfit(rule).isEmpty()
                        || place.is(PhotoState.REFUSED) && !place.facts().equals(photo.facts(rule));
        return photo.isShownBy(place.file()) && !again;
    }

    /** Whether the channel has nothing that it could forget. */
    private boolean isNothing(PhotoPlace place) {
        return place.isUnfit()
                || place.is(PhotoState.REFUSED)
                        && (rule.refused() == Refused.GONE || place.remote() == null)
                || place.isLeft() && isShared(place);
    }

    /** Whether the channel took the picture of a photo for the one that is to be forgotten. */
    private boolean isShared(PhotoPlace left) {
        return left.remote() != null
                && places.stream()
                        .anyMatch(
                                place ->
                                        !place.isLeft()
                                                && Objects.equals(place.remote(), left.remote()));
    }
}
