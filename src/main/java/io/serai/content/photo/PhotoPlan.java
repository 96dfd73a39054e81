package io.serai.content.photo;

import io.serai.channel.PhotoRule;
import io.serai.channel.PortJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next so that a channel has a hotel's photos as they are wanted: the difference
 * of what is wanted and what it was told. Pure.
 *
 * @param hotel the channel's number of the hotel
 * @param rule how the channel takes photos
 * @param wanted the hotel's photos, in their order
 * @param places what the channel was told
 * @param told what each gallery was told last
 * @param refused what was refused of a removal or gallery since somebody wanted a round: the
 *     request, by the call's key
 * @param addresses where the channel fetches a picture, by its file
 */
record PhotoPlan(
        String hotel,
        PhotoRule rule,
        List<WantedPhoto> wanted,
        List<PhotoPlace> places,
        Map<String, String> told,
        Map<String, String> refused,
        Function<String, String> addresses) {

    /** The next step; empty where nothing is left, or all of it was tried in this round. */
    Optional<PhotoStep> next(Set<String> done) {
        List<Supplier<Stream<? extends PhotoStep>>> inOrder =
                List.of(
                        () -> new PhotoNotes(rule, taken(), places, byPhoto().keySet()).all(),
                        this::looks,
                        () -> removals(PhotoState.REFUSED),
                        this::additions,
                        this::changes,
                        this::orders,
                        () -> removals(PhotoState.LIVE));
        return inOrder.stream()
                .flatMap(Supplier::get)
                .filter(
                        step ->
                                !(step instanceof PhotoStep.Call call)
                                        || !done.contains(call.key()) && !isRefused(call))
                .map(PhotoStep.class::cast)
                .findFirst();
    }

    private boolean isRefused(PhotoStep.Call call) {
        String before = refused.get(call.key());
        return before != null && before.equals(PortJson.write(call.request()));
    }

    /** Whether the channel still works on something. */
    boolean isAwaited() {
        return places.stream().anyMatch(place -> place.is(PhotoState.PENDING));
    }

    private List<WantedPhoto> taken() {
        Integer most = rule.most();
        return most == null ? wanted : wanted.subList(0, Math.min(most, wanted.size()));
    }

    private Map<Long, PhotoPlace> byPhoto() {
        return places.stream()
                .filter(place -> !place.isLeft())
                .collect(Collectors.toMap(PhotoPlace::photo, Function.identity()));
    }

    private Stream<PhotoStep> looks() {
        List<PhotoQuestion.Asked> asked =
                places.stream()
                        .filter(place -> place.is(PhotoState.PENDING))
                        .map(
                                place ->
                                        new PhotoQuestion.Asked(
                                                Long.toString(place.id()),
                                                addresses.apply(place.file()),
                                                place.remote()))
                        .toList();
        return asked.isEmpty()
                ? Stream.empty()
                : Stream.of(new PhotoStep.Look(new PhotoQuestion(hotel, asked)));
    }

    private Stream<PhotoStep> additions() {
        Set<Long> known = byPhoto().keySet();
        return taken().stream()
                .filter(photo -> !known.contains(photo.id()))
                .map(photo -> tell(photo, null, PhotoPush.Act.ADD));
    }

    private Stream<PhotoStep> changes() {
        Map<Long, PhotoPlace> known = byPhoto();
        return taken().stream()
                .filter(
                        photo -> {
                            PhotoPlace place = known.get(photo.id());
                            return place != null
                                    && place.is(PhotoState.LIVE)
                                    && !place.facts().equals(photo.facts(rule));
                        })
                .map(photo -> tell(photo, known.get(photo.id()), PhotoPush.Act.CHANGE));
    }

    private PhotoStep tell(WantedPhoto photo, @Nullable PhotoPlace place, PhotoPush.Act act) {
        String remote = place == null ? null : place.remote();
        PhotoPush.Shown shown =
                place == null ? photo.shown() : photo.shown().at(addresses.apply(place.file()));
        return new PhotoStep.Tell(
                photo, place, photo.facts(rule), new PhotoPush(hotel, act, shown, remote, null));
    }

    private Stream<PhotoStep> orders() {
        return new PhotoGalleries(rule, taken(), byPhoto(), told.keySet())
                .wanted().entrySet().stream()
                        .filter(
                                gallery ->
                                        !gallery.getValue().photos().isEmpty()
                                                || told.containsKey(gallery.getKey()))
                        .filter(
                                gallery ->
                                        !PortJson.write(gallery.getValue())
                                                .equals(told.get(gallery.getKey())))
                        .map(
                                gallery ->
                                        new PhotoStep.Order(
                                                gallery.getKey(),
                                                new PhotoPush(
                                                        hotel,
                                                        PhotoPush.Act.ORDER,
                                                        null,
                                                        null,
                                                        gallery.getValue())));
    }

    /** A picture that is still the main one there is not removed before another can be. */
    private Stream<PhotoStep> removals(PhotoState state) {
        return places.stream()
                .filter(place -> place.isLeft() && place.is(state) && place.remote() != null)
                .filter(place -> !isMain(place) || !isAwaited())
                .map(
                        place ->
                                new PhotoStep.Remove(
                                        place,
                                        new PhotoPush(
                                                hotel,
                                                PhotoPush.Act.REMOVE,
                                                null,
                                                place.remote(),
                                                null)));
    }

    private boolean isMain(PhotoPlace place) {
        String hotels = told.get(PhotoStep.HOTEL);
        return hotels != null
                && Objects.equals(
                        PortJson.read(hotels, PhotoPush.Gallery.class).main(), place.remote());
    }
}
