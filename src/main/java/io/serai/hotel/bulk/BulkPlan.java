package io.serai.hotel.bulk;

import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightUpdate;
import io.serai.hotel.night.NightValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.DigestUtils;

/**
 * What a change of many nights would do; nothing is written yet.
 *
 * @param changes the nights that become something else, in their order
 * @param left why nights stay as they are, and how many for that reason
 */
public record BulkPlan(List<Change> changes, Map<String, Integer> left) {

    /**
     * A night that becomes something else.
     *
     * @param shown for people
     * @param before as it is
     * @param set what is written
     */
    record Change(BulkNight shown, NightContent before, Map<NightField, NightValue> set) {

        /** Written only where nobody else wrote it since. */
        NightUpdate update() {
            return NightUpdate.one(before.sold(), before.night(), set, before.version());
        }

        /** The night as it is afterwards. */
        NightContent after() {
            Map<NightField, NightValue> values = new LinkedHashMap<>(before.values());
            values.putAll(set);
            return new NightContent(before.sold(), before.night(), values, Map.of());
        }
    }

    /** The nights that become something else, for people. */
    public List<BulkNight> nights() {
        return changes.stream().map(Change::shown).toList();
    }

    /** Whether nothing would become something else. */
    public boolean isNothing() {
        return changes.isEmpty();
    }

    /** Another one as soon as a night is another by now, or would become another. */
    public String stamp() {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            text.append(change.shown().sold().id()).append(change.shown().night());
            text.append(change.before().version()).append(change.after().version());
        }
        return DigestUtils.md5DigestAsHex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Gathers the nights of a plan. */
    static final class Gathering {

        private final List<Change> changes = new ArrayList<>();
        private final Map<String, Integer> left = new LinkedHashMap<>();

        /** Takes a night that stays as it is, with the reason. */
        void leave(String why) {
            left.merge(why, 1, Integer::sum);
        }

        void change(Change change) {
            changes.add(change);
        }

        BulkPlan plan() {
            return new BulkPlan(List.copyOf(changes), new LinkedHashMap<>(left));
        }
    }
}
