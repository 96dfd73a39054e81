package io.serai.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ExpressionIllegalSyntaxException;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.xml.io.XmlPullParserException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Finds the line of a file that a failure is about. */
final class Lines {

    /** The words by which Camel names the step and what it stumbled over there. */
    private static final Pattern STEP =
            Pattern.compile("at: >>> (.*?) <<< in route", Pattern.DOTALL);

    private static final List<Pattern> STUMBLED =
            List.of(
                    Pattern.compile("Unknown parameters=\\[\\{(\\w+)="),
                    Pattern.compile("file:(\\S+) is missing or was refused"),
                    Pattern.compile("Unexpected element '(?:\\{[^}]*})?(\\w+)'"),
                    Pattern.compile("Property with key \\[([^\\]]+)]"),
                    Pattern.compile("No endpoint could be found for: ([\\w.+-]+)"),
                    Pattern.compile("No component found with scheme: ([\\w.+-]+)"),
                    Pattern.compile("endpoint uri with syntax ([\\w+-]+):"),
                    Pattern.compile("Duplicate id detected: ([\\w.-]*\\w)"),
                    Pattern.compile("already exists with id: ([\\w.-]+)"),
                    Pattern.compile("registry (?:for|with name): ([\\w.-]+)"));

    private final String text;
    private final Collection<RouteDefinition> routes;

    /**
     * @param routes what was made of the text so far, with the lines of its steps where known
     */
    Lines(String text, Collection<RouteDefinition> routes) {
        this.text = text;
        this.routes = routes;
    }

    /** The first line that holds the word, counted from 1; 0 when none does. */
    static int lineOf(String text, String word) {
        return lineOf(text, word, 1);
    }

    /** The same, at or after a line. */
    static int lineOf(String text, String word, int from) {
        List<String> lines = text.lines().toList();
        for (int line = Math.max(from, 1); line <= lines.size(); line++) {
            if (lines.get(line - 1).contains(word)) {
                return line;
            }
        }
        return 0;
    }

    /** The line a failure of loading the text is about; 0 when it cannot be known. */
    int of(Throwable failure) {
        int step = 0;
        int best = 0;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            int marked = markOf(cause).orElse(0);
            if (marked > 0) {
                return marked;
            }
            step = Math.max(step, stepOf(cause));
            int word = stumbledOver(cause, step);
            best = word > 0 ? word : best;
        }
        return best > 0 ? best : step;
    }

    private static Optional<Integer> markOf(Throwable cause) {
        if (cause instanceof MarkedYamlEngineException marked) {
            return marked.getProblemMark().map(mark -> mark.getLine() + 1);
        }
        return cause instanceof XmlPullParserException xml
                ? Optional.of(xml.getLineNumber())
                : Optional.empty();
    }

    private int stepOf(Throwable cause) {
        if (!(cause instanceof FailedToCreateRouteException route) || route.getRouteId() == null) {
            return 0;
        }
        Matcher named = STEP.matcher(String.valueOf(cause.getMessage()));
        String step = named.find() ? named.group(1) : "";
        return routes.stream()
                .filter(one -> route.getRouteId().equals(one.getId()))
                .flatMap(one -> Steps.of(one).stream())
                .filter(one -> one.toString().equals(step))
                .map(ProcessorDefinition::getLineNumber)
                .filter(line -> line > 0)
                .findFirst()
                .orElseGet(() -> lineOf(text, route.getRouteId()));
    }

    private int stumbledOver(Throwable cause, int from) {
        if (cause instanceof ExpressionIllegalSyntaxException expression) {
            return lineOf(text, expression.getExpression(), from);
        }
        for (Pattern pattern : STUMBLED) {
            Matcher stumbled = pattern.matcher(String.valueOf(cause.getMessage()));
            if (stumbled.find() && lineOf(text, stumbled.group(1), from) > 0) {
                return lineOf(text, stumbled.group(1), from);
            }
        }
        return cause instanceof ResolveEndpointFailedException endpoint
                ? lineOf(text, endpoint.getUri().split("[:?]", 2)[0], from)
                : 0;
    }
}
