package io.serai.channel.connection;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike two names are, whatever the case, accents and order of their words. */
final class NameLikeness {

    private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();

    private NameLikeness() {}

    /** From 0, nothing alike, to 100, the same. */
    static int percent(String one, String other) {
        String first = words(one);
        String second = words(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        double alike =
                Math.max(ALIKE.apply(first, second), ALIKE.apply(sorted(first), sorted(second)));
        return (int) Math.floor(alike * 100);
    }

    private static String words(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String sorted(String words) {
        return Arrays.stream(words.split(" ")).sorted().collect(Collectors.joining(" "));
    }
}
