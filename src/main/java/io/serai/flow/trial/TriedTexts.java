package io.serai.flow.trial;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Texts of mappings that are tried, by their files below the folder of mappings.
 *
 * @param now all of them, as they are tried
 * @param before those of them that ran before, where what runs is tried; else none
 * @param files those that are tried
 */
record TriedTexts(Map<String, String> now, Map<String, String> before, Set<String> files) {

    /**
     * Texts that do not run.
     *
     * @param changed which of them are others than those that run
     */
    static TriedTexts candidates(Map<String, String> now, Set<String> changed) {
        return new TriedTexts(now, Map.of(), withUsers(now, changed));
    }

    /** The texts that run, after their last change. */
    static TriedTexts lastChange(Map<String, String> now, Map<String, String> before) {
        return new TriedTexts(now, before, withUsers(now, before.keySet()));
    }

    /** What runs of each, where another ran before, had it not been changed. */
    Map<String, String> unchanged() {
        Map<String, String> all = new TreeMap<>(now);
        all.putAll(before);
        return all;
    }

    /** And those that name one of them: they are built from it. */
    private static Set<String> withUsers(Map<String, String> texts, Set<String> changed) {
        Set<String> names =
                changed.stream()
                        .map(file -> file.substring(file.lastIndexOf('/') + 1))
                        .collect(Collectors.toSet());
        Set<String> all = new TreeSet<>(changed);
        texts.forEach(
                (file, text) -> {
                    if (names.stream().anyMatch(text::contains)) {
                        all.add(file);
                    }
                });
        return all;
    }
}
