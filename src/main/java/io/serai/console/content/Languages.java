package io.serai.console.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.content.HotelContent;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The languages that a hotel writes its texts in. */
final class Languages {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");
    private static final String USUAL = "en";

    private Languages() {}

    /**
     * Those in use, and one to add.
     *
     * @param added as {@code fr} or {@code pt-BR}; null, or no language: none
     */
    static SortedSet<String> of(HotelContent content, @Nullable String added) {
        SortedSet<String> languages = new TreeSet<>();
        content.parts().values().forEach(part -> find(part, languages));
        if (languages.isEmpty()) {
            languages.add(USUAL);
        }
        if (isOne(added)) {
            languages.add(added.strip());
        }
        return languages;
    }

    static boolean isOne(@Nullable String text) {
        return text != null && LANGUAGE.matcher(text.strip()).matches();
    }

    /** What it is called: {@code pt-BR} as <i>Portuguese (Brazil)</i>. */
    static String called(String language) {
        return Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH);
    }

    private static void find(JsonNode node, Collection<String> languages) {
        if (node instanceof ObjectNode object) {
            boolean texts =
                    !object.isEmpty()
                            && object.properties().stream()
                                    .allMatch(
                                            each ->
                                                    isOne(each.getKey())
                                                            && each.getValue().isTextual());
            if (texts) {
                object.fieldNames().forEachRemaining(languages::add);
            } else {
                object.properties().stream()
                        .filter(each -> !each.getKey().equals("own"))
                        .forEach(each -> find(each.getValue(), languages));
            }
        }
    }
}
