package io.serai.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.channel.ContentKind;
import io.serai.content.HeldField.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sent of a part: what is wanted without what the channel holds. */
class ContentDifferenceTests {

    private static final List<String> NAMES =
            List.of("name", "address.city", "address.line1", "built");
    private static final ContentKind RULE = rule(List.of(), List.of());

    @Property
    void isNothingOnceTheChannelAcceptedIt(
            @ForAll("values") Map<String, String> wanted,
            @ForAll("values") Map<String, String> before) {
        ContentDifference difference = difference(RULE, wanted, accepted(before), false);

        Map<String, HeldField> after = accepted(before);
        difference.changed().forEach(field -> take(after, field, difference.content().get(field)));

        assertThat(difference(RULE, wanted, after, false).changed()).isEmpty();
        assertThat(difference.content()).isEqualTo(json(wanted));
    }

    @Property
    void namesNoFieldThatTheChannelHoldsAsItIsWanted(
            @ForAll("values") Map<String, String> wanted,
            @ForAll("values") Map<String, String> before) {
        ContentDifference difference = difference(RULE, wanted, accepted(before), false);

        assertThat(difference.changed())
                .allSatisfy(field -> assertThat(wanted.get(field)).isNotEqualTo(before.get(field)));
    }

    @Test
    void sendsAgainWhatIsNotKnown() {
        var held =
                Map.of(
                        "name",
                        new HeldField("name", text("Inn"), text("Inn"), State.UNKNOWN, false));

        ContentDifference difference = difference(RULE, Map.of("name", "Inn"), held, false);

        assertThat(difference.changed()).containsExactly("name");
    }

    @Test
    void keepsTheValueBeforeInPlaceOfOneThatWasRefused() {
        var held =
                Map.of(
                        "name",
                        new HeldField("name", text("Inn!"), text("Inn"), State.REFUSED, false));

        ContentDifference refused =
                difference(RULE, Map.of("name", "Inn!", "built", "1900"), held, false);
        ContentDifference changed = difference(RULE, Map.of("name", "The Inn"), held, false);
        ContentDifference back = difference(RULE, Map.of("name", "Inn"), held, false);

        assertThat(refused.changed()).containsExactly("built");
        assertThat(refused.content()).containsEntry("name", text("Inn"));
        assertThat(changed.changed()).containsExactly("name");
        assertThat(back.changed()).isEmpty();
    }

    @Test
    void triesWhatWasRefusedAsAWholeAgainWhenAnythingOfItChanges() {
        var held = new HashMap<String, HeldField>();
        held.put("name", new HeldField("name", text("Inn"), null, State.REFUSED, true));
        held.put("built", new HeldField("built", text("1900"), null, State.REFUSED, true));

        ContentDifference same =
                difference(RULE, Map.of("name", "Inn", "built", "1900"), held, true);
        ContentDifference other =
                difference(RULE, Map.of("name", "Inn", "built", "1901"), held, true);

        assertThat(same.changed()).isEmpty();
        assertThat(other.changed()).containsExactly("built", "name");
    }

    @Test
    void tellsAFixedFieldOnlyWhenThePartIsMade() {
        ContentKind rule = rule(List.of("address"), List.of());
        Map<String, String> wanted = Map.of("name", "Inn", "address.city", "Porto");
        var held = accepted(Map.of("name", "Inn", "address.city", "Faro"));

        assertThat(difference(rule, wanted, Map.of(), true).changed())
                .containsExactly("address.city", "name");
        assertThat(difference(rule, wanted, held, false).changed()).isEmpty();
        assertThat(difference(rule, wanted, held, false).content())
                .containsEntry("address.city", text("Faro"));
    }

    @Test
    void namesWhatTheChannelNeedsAndTheHotelHasNotWritten() {
        ContentKind rule = rule(List.of(), List.of("address", "name"));

        ContentDifference difference = difference(rule, Map.of("name", "Inn"), Map.of(), true);

        assertThat(difference.lacking()).containsExactly("address");
    }

    @Test
    void makesThePartOfItsFieldsAgain() {
        var part = ContentFields.whole(json(Map.of("name", "Inn", "address.city", "Porto")));

        assertThat(part.toString())
                .isEqualTo("{\"address\":{\"city\":\"Porto\"},\"name\":\"Inn\"}");
        assertThat(ContentFields.flat(part))
                .isEqualTo(json(Map.of("name", "Inn", "address.city", "Porto")));
    }

    @Provide
    Arbitrary<Map<String, String>> values() {
        return Arbitraries.maps(Arbitraries.of(NAMES), Arbitraries.of("a", "b", "c"));
    }

    private static ContentKind rule(List<String> fixed, List<String> needs) {
        return new ContentKind(
                "content-push",
                null,
                List.of("name", "address", "built"),
                List.of(),
                true,
                null,
                fixed,
                needs,
                List.of(),
                List.of());
    }

    private static ContentDifference difference(
            ContentKind rule,
            Map<String, String> wanted,
            Map<String, HeldField> held,
            boolean create) {
        return ContentDifference.of(rule, json(wanted), held, create);
    }

    private static Map<String, HeldField> accepted(Map<String, String> values) {
        Map<String, HeldField> held = new HashMap<>();
        values.forEach((field, value) -> take(held, field, text(value)));
        return held;
    }

    private static void take(Map<String, HeldField> held, String field, @Nullable JsonNode value) {
        if (value == null) {
            held.remove(field);
        } else {
            held.put(field, new HeldField(field, value, value, State.ACCEPTED, false));
        }
    }

    private static SortedMap<String, JsonNode> json(Map<String, String> values) {
        SortedMap<String, JsonNode> json = new TreeMap<>();
        values.forEach((field, value) -> json.put(field, text(value)));
        return json;
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }
}
