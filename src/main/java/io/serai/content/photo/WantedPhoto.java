package io.serai.content.photo;

import io.serai.channel.PhotoRule;
import io.serai.channel.PhotoRule.Fact;
import io.serai.channel.PhotoRule.Format;
import io.serai.channel.PortJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A photo as a channel is to have it.
 *
 * @param id its key
 * @param file under which its picture is told, another one each time
 * @param shown what the channel is told
 */
record WantedPhoto(long id, String file, PhotoPush.Shown shown) {

    /** Whether a name is of its picture. */
    boolean isShownBy(String other) {
        return PhotoAddresses.kept(other).equals(PhotoAddresses.kept(file));
    }

    /** What a channel is told with it, as one text. */
    String facts(PhotoRule rule) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            if (rule.facts().contains(fact)) {
                facts.put(fact.name(), fact(fact));
            }
        }
        return facts.isEmpty() ? "" : PortJson.write(facts);
    }

    private Object fact(Fact fact) {
        return switch (fact) {
            case MAIN -> shown.main();
            case POSITION -> shown.position();
            case ROOMS -> shown.rooms();
            case CAPTIONS -> new TreeMap<>(shown.captions());
        };
    }

    /** Why a channel takes none like it; empty where it does. */
    Optional<String> unfit(PhotoRule rule) {
        String met = shown.width() + " x " + shown.height() + " pixels (expected: at ";
        Integer most = rule.mostSide();
        if (Math.min(shown.width(), shown.height()) < rule.leastSide()) {
            return Optional.of(met + "least " + rule.leastSide() + " a side)");
        }
        if (most != null && Math.max(shown.width(), shown.height()) > most) {
            return Optional.of(met + "most " + most + " a side)");
        }
        Format format = shown.type().equals("image/png") ? Format.PNG : Format.JPEG;
        return rule.formats().contains(format)
                ? Optional.empty()
                : Optional.of(format + " (expected: one of " + rule.formats() + ")");
    }
}
