package io.serai.content;

import io.serai.channel.Channel;
import io.serai.channel.ContentKind;
import io.serai.channel.ContentRules;
import io.serai.content.ContentState.Managed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of a hotel's content a channel does not take from here, and where people write it. */
final class ManagedThere {

    private final ContentRules rules;
    private final Map<String, ContentKind> kinds;

    /**
     * @param kinds how each kind is taken of the account
     */
    ManagedThere(Channel channel, Map<String, ContentKind> kinds) {
        this.rules = channel.definition().content();
        this.kinds = kinds;
    }

    /** What the channel's file names, and what the hotel has written that nothing takes. */
    List<Managed> of(HotelContent content) {
        Map<String, @Nullable String> managed = new TreeMap<>();
        rules.managed()
                .forEach(
                        (what, where) -> {
                            if (what.contains(".") || !isTaken(what)) {
                                managed.put(what, where);
                            }
                        });
        content.parts()
                .forEach(
                        (part, whole) ->
                                ContentFields.flat(whole)
                                        .keySet()
                                        .forEach(field -> add(part.kind(), field, managed)));
        List<Managed> list = new ArrayList<>();
        managed.forEach((what, where) -> list.add(new Managed(what, where)));
        return list;
    }

    private void add(String kind, String field, Map<String, @Nullable String> managed) {
        String what = isTaken(kind) ? kind + "." + field.split("[.]")[0] : kind;
        boolean own = field.startsWith("own.");
        boolean plan = kind.equals(PartId.PRODUCT) || kind.equals(PartId.RATE_PLAN);
        if (!own && !(plan && !isTaken(kind)) && !takes(kind, field)) {
            managed.putIfAbsent(what, rules.managed().get(kind));
        }
    }

    private boolean takes(String kind, String field) {
        ContentKind rule = kinds.get(kind);
        return rule != null && rule.takes(field)
                || kinds.values().stream()
                        .anyMatch(it -> it.with().contains(kind) && it.takes(kind + "." + field));
    }

    private boolean isTaken(String kind) {
        return kinds.containsKey(kind)
                || kinds.values().stream().anyMatch(it -> it.with().contains(kind));
    }
}
