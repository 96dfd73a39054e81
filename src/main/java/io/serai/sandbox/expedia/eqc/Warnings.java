package io.serai.sandbox.expedia.eqc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was not taken, or only with a note; of each cause at most 20 are named. */
final class Warnings {

    private static final int NAMED = 20;

    private final Map<Integer, List<String>> byCode = new TreeMap<>();

    void add(int code, String words) {
        byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(words);
    }

    String written(String ref) {
        var text = new StringBuilder();
        byCode.forEach((code, all) -> written(text, code, all, ref));
        return text.toString();
    }

    private static void written(StringBuilder text, int code, List<String> all, String ref) {
        for (int i = 0; i < Math.min(NAMED, all.size()); i++) {
            var place =
                    all.size() == 1 ? "" : "Warning %d out of %d: ".formatted(i + 1, all.size());
            text.append("<Warning code=\"").append(code).append("\">");
            text.append(Eqc.text(place + all.get(i), ref)).append("</Warning>");
        }
    }
}
