package io.serai.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus got of one look at Serai. */
public final class Scrape {

    private static final Pattern LINE =
            Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, List<Series>> all = new TreeMap<>();

    private record Series(Map<String, String> labels, double value) {}

    /** Reads the text that Prometheus reads. */
    public Scrape(String text) {
        text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
    }

    private void read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + line + "' (expected: a line for Prometheus)");
        }
        Map<String, String> labels = new HashMap<>();
        if (parts.group(2) != null) {
            Matcher label = LABEL.matcher(parts.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        all.computeIfAbsent(parts.group(1), name -> new ArrayList<>())
                .add(new Series(labels, Double.parseDouble(parts.group(3))));
    }

    /** The sum of the series of a name that have these labels, as name and value in turn. */
    public double sum(String name, String... labels) {
        return all.getOrDefault(name, List.of()).stream()
                .filter(series -> has(series, labels))
                .mapToDouble(Series::value)
                .sum();
    }

    /** Whether there is a series of a name that has these labels. */
    public boolean shows(String name, String... labels) {
        return all.getOrDefault(name, List.of()).stream().anyMatch(series -> has(series, labels));
    }

    /** The names of labels that a series of a name has; empty where there is none. */
    public Set<String> labels(String name) {
        Set<String> labels = new TreeSet<>();
        all.getOrDefault(name, List.of())
                .forEach(series -> labels.addAll(series.labels().keySet()));
        return labels;
    }

    public Set<String> names() {
        return all.keySet();
    }

    private static boolean has(Series series, String... labels) {
        for (int i = 0; i < labels.length; i += 2) {
            if (!labels[i + 1].equals(series.labels().get(labels[i]))) {
                return false;
            }
        }
        return true;
    }
}
