package io.serai.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a rule or a panel asks Prometheus.
 *
 * @param metrics of Serai that it names
 * @param labels of them that it names, but for those that Prometheus itself gives
 */
record Asked(String expression, Set<String> metrics, Set<String> labels) {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Pattern METRIC =
            Pattern.compile(
                    "\\b(?:serai|resilience4j|hikaricp|jvm|process|system|disk)_[a-z0-9_]+");
    private static final Pattern GROUPED = Pattern.compile("(?:by|on) \\(([^)]*)\\)");
    private static final Pattern MATCHED = Pattern.compile("([a-z]+)(?:=~|!~|!=|=)\"");
    private static final Set<String> OF_PROMETHEUS = Set.of("instance");

    /** Those of all rules and boards. */
    static List<Asked> ofAll() throws IOException {
        List<Asked> all = new ArrayList<>();
        for (JsonNode rule :
                YAML.readTree(Path.of("docker/prometheus/alerts.yml").toFile())
                        .findValues("expr")) {
            all.add(of(rule.asText()));
        }
        try (Stream<Path> boards = Files.list(Path.of("docker/grafana/dashboards"))) {
            for (Path board : boards.toList()) {
                YAML.readTree(board.toFile())
                        .findValues("expr")
                        .forEach(asked -> all.add(of(asked.asText())));
            }
        }
        return all.stream().filter(asked -> !asked.metrics().isEmpty()).toList();
    }

    private static Asked of(String expression) {
        Set<String> metrics = new TreeSet<>();
        METRIC.matcher(expression).results().forEach(each -> metrics.add(each.group()));
        Set<String> labels = new TreeSet<>();
        Matcher grouped = GROUPED.matcher(expression);
        while (grouped.find()) {
            labels.addAll(List.of(grouped.group(1).split(", *")));
        }
        MATCHED.matcher(expression).results().forEach(each -> labels.add(each.group(1)));
        labels.removeAll(OF_PROMETHEUS);
        return new Asked(expression, metrics, labels);
    }
}
