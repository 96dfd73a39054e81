package io.serai.console;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.FieldRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What kinds of message to channels carry, in words, as their {@code channel.yaml} says it. */
public final class RequestWords {

    private RequestWords() {}

    /** As rooms and restrictions; where no field goes by it, what calls of its name are for. */
    public static String of(ChannelDefinition channel, String request) {
        Set<String> fields = carried(Stream.of(channel.nights().fields()), request);
        return words(
                fields.isEmpty()
                        ? carried(channel.nights().pricing().values().stream(), request)
                        : fields,
                request);
    }

    private static Set<String> carried(Stream<Map<String, FieldRule>> rules, String request) {
        Set<String> fields = new TreeSet<>();
        rules.forEach(
                each ->
                        each.forEach(
                                (field, rule) -> {
                                    if (Objects.equals(rule.request(), request)) {
                                        fields.add(field);
                                    }
                                }));
        return fields;
    }

    private static String words(Set<String> fields, String request) {
        List<String> words = new ArrayList<>();
        add(words, fields, "rooms", Set.of("rooms", "room-closed"));
        add(words, fields, "prices", Set.of("price"));
        add(words, fields, "prices by length of stay", Set.of("stay-price"));
        add(words, fields, "prices by guests", Set.of("offset"));
        if (!fields.isEmpty()) {
            words.add("restrictions");
        }
        return switch (words.size()) {
            case 0 -> Words.of("call", request);
            case 1 -> words.get(0);
            default ->
                    String.join(", ", words.subList(0, words.size() - 1))
                            + " and "
                            + words.get(words.size() - 1);
        };
    }

    private static void add(
            List<String> words, Set<String> fields, String word, Set<String> named) {
        if (fields.removeAll(named)) {
            words.add(word);
        }
    }
}
