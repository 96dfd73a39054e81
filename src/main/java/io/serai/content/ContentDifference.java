package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.ContentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be sent of a part: what is wanted without what the channel holds. A pure function of
 * both and of how the channel takes it.
 *
 * @param changed the fields that are to be sent
 * @param content the part as the channel is to have it: where it refused a value, the one before
 * @param lacking what the channel needs and the content has not
 */
record ContentDifference(
        List<String> changed, SortedMap<String, JsonNode> content, List<String> lacking) {

    /**
     * The difference of a part.
     *
     * @param wanted the fields as the hotel has them, of those that the channel takes
     * @param known what the channel holds, by field
     * @param create whether the part is not there yet: then all of it is sent
     */
    static ContentDifference of(
            ContentKind rule,
            SortedMap<String, JsonNode> wanted,
            Map<String, HeldField> known,
            boolean create) {
        Map<String, HeldField> held = forgiven(wanted, known);
        SortedSet<String> all = new TreeSet<>(wanted.keySet());
        held.keySet().stream().filter(rule::takes).forEach(all::add);
        List<String> changed = new ArrayList<>();
        SortedMap<String, JsonNode> content = new TreeMap<>();
        for (String field : all) {
            JsonNode value = wanted.get(field);
            HeldField there = held.get(field);
            boolean stays = !create && rule.isFixed(field);
            if (there != null && (there.refuses(value) || stays && there.theirs() != null)) {
                value = there.theirs();
            } else if (!stays && (there == null ? value != null : create || there.differs(value))) {
                changed.add(field);
            }
            if (value != null) {
                content.put(field, value);
            }
        }
        if (create) {
            changed.retainAll(content.keySet());
        }
        return new ContentDifference(changed, content, lacking(rule, content));
    }

    /** What was refused as a whole is tried again as a whole, as soon as anything of it changes. */
    private static Map<String, HeldField> forgiven(
            SortedMap<String, JsonNode> wanted, Map<String, HeldField> known) {
        boolean refused = known.values().stream().anyMatch(HeldField::whole);
        boolean changed =
                !known.keySet().containsAll(wanted.keySet())
                        || known.values().stream()
                                .anyMatch(it -> it.whole() && !it.refuses(wanted.get(it.field())));
        if (!refused || !changed) {
            return known;
        }
        Map<String, HeldField> anew = new TreeMap<>(known);
        anew.replaceAll((field, it) -> it.whole() ? it.forgiven() : it);
        return anew;
    }

    private static List<String> lacking(ContentKind rule, SortedMap<String, JsonNode> content) {
        return rule.needs().stream()
                .filter(
                        need ->
                                content.keySet().stream()
                                        .noneMatch(
                                                field -> ContentKind.covers(List.of(need), field)))
                .toList();
    }
}
