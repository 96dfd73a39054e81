package io.serai.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kinds of thing a route file holds, read without loading it. */
final class RouteRoots {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern XML_ELEMENT = Pattern.compile("<(?:\\w+:)?(\\w+)[\\s/>]");
    private static final Set<String> SHARED =
            Set.of(
                    "routeConfiguration",
                    "route-configuration",
                    "routeTemplate",
                    "route-template",
                    "beans",
                    "bean");
    private static final Set<String> OWN_TIME =
            Set.of("quartz", "timer", "scheduler", "job", "sql", "seda");
    private static final Set<String> UNSAFE = Set.of("rest", "rests", "restConfiguration");

    private RouteRoots() {}

    /** The kinds a text holds; none when it cannot be read. */
    static Set<String> of(RouteText route) {
        Set<String> roots = new LinkedHashSet<>();
        if (route.isYaml()) {
            items(route).forEach(item -> item.fieldNames().forEachRemaining(roots::add));
        } else {
            Matcher element = XML_ELEMENT.matcher(route.text());
            while (element.find()) {
                roots.add(element.group(1));
            }
        }
        return roots;
    }

    /** Whether other files may build on this one, so that it is loaded before them. */
    static boolean areShared(RouteText route) {
        return of(route).stream().anyMatch(SHARED::contains);
    }

    /**
     * Whether it begins by itself, by a clock or by what waits for it, so that it is loaded after
     * all that it may call.
     */
    static boolean beginByThemselves(RouteText route) {
        return route.isYaml()
                && items(route).findValues("from").stream()
                        .map(from -> from.path("uri").asText())
                        .map(uri -> uri.split(":", 2)[0])
                        .anyMatch(OWN_TIME::contains);
    }

    /**
     * Refuses the REST DSL: its generated routes have no ids of their own and cannot be swapped.
     */
    static void refuseUnswappable(RouteText route) {
        of(route).stream()
                .filter(UNSAFE::contains)
                .findFirst()
                .ifPresent(
                        root -> {
                            throw new FlowRefused(
                                    Lines.lineOf(route.text(), root),
                                    root
                                            + " (expected: routes that consume from platform-http,"
                                            + " each with its own id)");
                        });
    }

    /** The names of the beans that a YAML file declares. */
    static List<String> beans(RouteText route) {
        List<String> names = new ArrayList<>();
        if (route.isYaml()) {
            items(route)
                    .forEach(
                            item ->
                                    item.path("beans")
                                            .forEach(
                                                    bean -> names.add(bean.path("name").asText())));
        }
        return names;
    }

    private static JsonNode items(RouteText route) {
        try {
            return YAML.readTree(route.text());
        } catch (JsonProcessingException e) {
            return YAML.missingNode();
        }
    }
}
