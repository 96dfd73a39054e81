package io.serai.content.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.PhotoRule;
import io.serai.channel.PhotoRule.Fact;
import io.serai.channel.PhotoRule.Format;
import io.serai.channel.PhotoRule.Gallery;
import io.serai.channel.PhotoRule.Refused;
import io.serai.channel.PortJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is done next, so that a channel has the photos as the hotel wants them. */
class PhotoPlanTests {

    private static final PhotoRule GALLERIES =
            new PhotoRule(
                    300,
                    null,
                    3,
                    Set.of(Format.JPEG),
                    Set.of(),
                    Set.of(Gallery.HOTEL, Gallery.ROOM),
                    Refused.GONE);
    private static final PhotoRule FACTS =
            new PhotoRule(
                    300,
                    null,
                    null,
                    Set.of(Format.JPEG),
                    Set.of(Fact.MAIN),
                    Set.of(),
                    Refused.STAYS);

    @Test
    void tellsAPhotoThatTheChannelDoesNotHave() {
        var next = plan(GALLERIES, List.of(photo(1, true)), List.of(), Map.of()).next(Set.of());

        assertThat(push(next.orElseThrow()).act()).isEqualTo(PhotoPush.Act.ADD);
    }

    @Test
    void asksFirstHowFarIsWhatTheChannelWorksOn() {
        var plan =
                plan(
                        GALLERIES,
                        List.of(photo(1, true), photo(2, false)),
                        List.of(place(7, 1L, "pending", null, "f1")),
                        Map.of());

        assertThat(plan.next(Set.of()).orElseThrow()).isInstanceOf(PhotoStep.Look.class);
        assertThat(push(plan.next(Set.of("look")).orElseThrow()).photo().id()).isEqualTo("2");
    }

    @Test
    void doesNotTellARefusedPhotoAgainUntilSomethingOfItDiffers() {
        var refused = place(7, 1L, "refused", null, "f1");

        var same = plan(GALLERIES, List.of(photo(1, true)), List.of(refused), Map.of());
        var other =
                plan(
                        GALLERIES,
                        List.of(photo(1, true)),
                        List.of(place(7, 1L, "refused", null, "before")),
                        Map.of());

        assertThat(same.next(Set.of())).isEmpty();
        assertThat(other.next(Set.of())).containsInstanceOf(PhotoStep.Forget.class);
    }

    @Test
    void removesARefusedPictureThatStaysBeforeItIsToldAgain() {
        var plan =
                plan(
                        FACTS,
                        List.of(photo(1, true)),
                        List.of(place(7, null, "refused", "r7", "f0")),
                        Map.of());

        assertThat(push(plan.next(Set.of()).orElseThrow()).act()).isEqualTo(PhotoPush.Act.REMOVE);
        assertThat(push(plan.next(Set.of("remove 7")).orElseThrow()).act())
                .isEqualTo(PhotoPush.Act.ADD);
    }

    @Test
    void tellsOnlyWhatDiffersOfAPictureThatIsThere() {
        var plan =
                plan(
                        FACTS,
                        List.of(photo(1, true)),
                        List.of(place(7, 1L, "live", "r7", "f1")),
                        Map.of());

        PhotoPush push = push(plan.next(Set.of()).orElseThrow());

        assertThat(push.act()).isEqualTo(PhotoPush.Act.CHANGE);
        assertThat(push.remote()).isEqualTo("r7");
    }

    @Test
    void keepsTheMainPictureUntilAnotherCanBeIt() {
        Map<String, String> told =
                Map.of("hotel", PortJson.write(new PhotoPush.Gallery(null, "r7", List.of("r7"))));
        var waiting =
                plan(
                        GALLERIES,
                        List.of(photo(1, true)),
                        List.of(
                                place(7, null, "live", "r7", "f0"),
                                place(8, 1L, "pending", null, "f1")),
                        told);

        assertThat(keys(waiting)).doesNotContain("remove 7");
    }

    @Test
    void doesNotAskAgainForARemovalThatWasRefused() {
        var plan = plan(FACTS, List.of(), List.of(place(7, null, "live", "r7", "f0")), Map.of());
        var remove = (PhotoStep.Call) plan.next(Set.of()).orElseThrow();

        var then =
                new PhotoPlan(
                        plan.hotel(),
                        plan.rule(),
                        plan.wanted(),
                        plan.places(),
                        plan.told(),
                        Map.of(remove.key(), PortJson.write(remove.request())),
                        plan.addresses());

        assertThat(then.next(Set.of())).isEmpty();
    }

    @Test
    void takesNoMoreThanTheChannelDoesAndSaysWhyOneDoesNotFit() {
        var photos = new ArrayList<WantedPhoto>();
        for (int id = 1; id <= 5; id++) {
            photos.add(photo(id, id == 1));
        }
        var small = photo(9, false, 299);

        assertThat(keys(plan(GALLERIES, photos, List.of(), Map.of())))
                .containsExactly("add 1", "add 2", "add 3");
        assertThat(plan(GALLERIES, List.of(small), List.of(), Map.of()).next(Set.of()))
                .hasValueSatisfying(
                        step ->
                                assertThat(((PhotoStep.Unfit) step).words())
                                        .contains("299 x 800 pixels"));
    }

    /** Whatever the channel holds, each call is made once in a round, and the round ends. */
    @Property(tries = 200)
    void comesToAnEnd(
            @ForAll List<@IntRange(min = 0, max = 3) Integer> states, @ForAll boolean stays) {
        List<PhotoPlace> places = new ArrayList<>();
        for (int i = 0; i < Math.min(states.size(), 6); i++) {
            String state = List.of("pending", "live", "refused", "unfit").get(states.get(i));
            places.add(
                    place(
                            i,
                            i % 2 == 0 ? null : (long) i,
                            state,
                            i % 3 == 0 ? null : "r" + i,
                            "f" + i));
        }
        PhotoRule rule = stays ? FACTS : GALLERIES;
        List<WantedPhoto> wanted = List.of(photo(1, true), photo(2, false), photo(3, false));

        assertThat(keys(plan(rule, wanted, places, Map.of()))).doesNotHaveDuplicates();
    }

    /** The calls of a round in which everything is noted and nothing answered. */
    private static List<String> keys(PhotoPlan plan) {
        Set<String> done = new HashSet<>();
        List<String> keys = new ArrayList<>();
        List<PhotoPlace> places = new ArrayList<>(plan.places());
        for (int steps = 0; steps < 60; steps++) {
            var now =
                    new PhotoPlan(
                            plan.hotel(),
                            plan.rule(),
                            plan.wanted(),
                            places,
                            plan.told(),
                            plan.refused(),
                            plan.addresses());
            PhotoStep step = now.next(done).orElse(null);
            if (step == null) {
                return keys;
            }
            if (step instanceof PhotoStep.Call call) {
                keys.add(call.key());
                done.add(call.key());
            } else if (step instanceof PhotoStep.Forget forget) {
                places.remove(forget.place());
            } else if (step instanceof PhotoStep.Leave leave) {
                places.remove(leave.place());
                PhotoPlace left = leave.place();
                places.add(place(left.id(), null, left.state(), left.remote(), left.file()));
            } else if (step instanceof PhotoStep.Unfit unfit) {
                places.add(place(99, unfit.photo().id(), "unfit", null, unfit.photo().file()));
            }
        }
        throw new AssertionError("the round does not end: " + keys);
    }

    private static PhotoPush push(PhotoStep step) {
        return (PhotoPush) ((PhotoStep.Call) step).request();
    }

    private static PhotoPlan plan(
            PhotoRule rule,
            List<WantedPhoto> wanted,
            List<PhotoPlace> places,
            Map<String, String> told) {
        return new PhotoPlan(
                "777",
                rule,
                wanted,
                places,
                told,
                Map.of(),
                file -> "https://serai.example/photos/" + file);
    }

    private static WantedPhoto photo(long id, boolean main) {
        return photo(id, main, 1200);
    }

    private static WantedPhoto photo(long id, boolean main, int width) {
        return new WantedPhoto(
                id,
                "f" + id,
                new PhotoPush.Shown(
                        Long.toString(id),
                        "https://serai.example/photos/f" + id,
                        "image/jpeg",
                        width,
                        800,
                        main,
                        (int) id,
                        List.of(),
                        Map.of()));
    }

    private static PhotoPlace place(
            long id, @Nullable Long photo, String state, @Nullable String remote, String file) {
        return new PhotoPlace(
                id, 5, photo, state, remote, file, "", null, null, Instant.EPOCH, null);
    }
}
