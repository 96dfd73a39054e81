package io.serai.flow;

import java.io.StringReader;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Source;
import javax.xml.transform.SourceLocator;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.TransformerFactoryImpl;
import org.jspecify.annotations.Nullable;

/**
 * An XSLT mapping, compiled as camel-xslt-saxon does. A mapping translates a message and reads
 * nothing else: a DTD, other documents, the environment and Java are refused.
 */
final class Stylesheet {

    private static final int HEX = 16;
    private static final String MAPPINGS = "file:/mappings/";
    private static final Pattern CHARACTER = Pattern.compile("&#(?:x([0-9a-fA-F]+)|([0-9]+));");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "<!DOCTYPE|<(?:[\\w.-]+:)?(?:source-document|result-document|evaluate)\\b"
                            + "|(?<![\\w-])(?:doc|doc-available|document|collection|uri-collection"
                            + "|json-doc|unparsed-text(?:-lines|-available)?|environment-variable"
                            + "|available-environment-variables|transform|load-xquery-module"
                            + "|parse-xml(?:-fragment)?|system-property|function-lookup)"
                            + "(?:\\s|\\(:.*?:\\))*[(#]"
                            + "|\\bfor-each-source\\b|\\s_[\\w.-]+\\s*=\\s*[\"']"
                            + "|\"(?:java:|http://saxon\\.sf\\.net/java-type)");

    private final Set<String> parts = new TreeSet<>();
    private final String file;
    private final Map<String, String> texts;
    private @Nullable TransformerException first;

    /**
     * @param texts all mappings, the file among them
     */
    Stylesheet(String file, Map<String, String> texts) {
        this.file = file;
        this.texts = texts;
    }

    /** The other mappings this one includes or imports. */
    Set<String> compile() {
        refuseWhatReachesOutside(file);
        TransformerFactoryImpl factory = new TransformerFactoryImpl();
        ClosedSaxon.close(factory.getConfiguration());
        factory.setURIResolver(this::part);
        factory.setErrorListener(new FirstError());
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTemplates(source(file));
        } catch (TransformerConfigurationException e) {
            throw refusal(first == null ? e : first);
        }
        parts.forEach(this::refuseWhatReachesOutside);
        return parts;
    }

    private void refuseWhatReachesOutside(String name) {
        String text = String.valueOf(texts.get(name));
        String bare = COMMENT.matcher(text).replaceAll(it -> it.group().replaceAll("[^\n]", " "));
        String plain = CHARACTER.matcher(bare).replaceAll(Stylesheet::character);
        Matcher outside = OUTSIDE.matcher(plain);
        if (outside.find()) {
            int line =
                    (int) plain.substring(0, outside.start()).chars().filter(c -> c == '\n').count()
                            + 1;
            String reason =
                    outside.group().strip()
                            + " (expected: a mapping that reads its message, nothing else)";
            throw name.equals(file)
                    ? new FlowRefused(line, reason)
                    : new FlowRefused(0, name + ":" + line + " " + reason);
        }
    }

    /** As a parser reads it; no reference is a line of the text. */
    private static String character(MatchResult reference) {
        try {
            int point =
                    reference.group(1) == null
                            ? Integer.parseInt(reference.group(2))
                            : Integer.parseInt(reference.group(1), HEX);
            return Character.isWhitespace(point)
                    ? " "
                    : Matcher.quoteReplacement(Character.toString(point));
        } catch (IllegalArgumentException none) {
            return " ";
        }
    }

    private Source part(String href, String base) throws TransformerException {
        String named = URI.create(base).resolve(href).toString();
        String part = named.startsWith(MAPPINGS) ? named.substring(MAPPINGS.length()) : named;
        if (!texts.containsKey(part)) {
            throw new TransformerException(
                    "'" + href + "' is no mapping beside this one that could be loaded");
        }
        parts.add(part);
        return source(part);
    }

    private Source source(String name) {
        return new StreamSource(new StringReader(String.valueOf(texts.get(name))), MAPPINGS + name);
    }

    private FlowRefused refusal(TransformerException failure) {
        SourceLocator at = failure.getLocator();
        String of = at == null || at.getSystemId() == null ? MAPPINGS + file : at.getSystemId();
        String reason = "is not XSLT: " + Reasons.of(failure);
        boolean here = of.equals(MAPPINGS + file);
        int line = at == null ? 0 : at.getLineNumber();
        return here
                ? new FlowRefused(line, reason, failure)
                : new FlowRefused(
                        0, of.substring(MAPPINGS.length()) + ":" + line + " " + reason, failure);
    }

    private final class FirstError implements ErrorListener {
        @Override
        public void warning(TransformerException e) {}

        @Override
        public void error(TransformerException e) {
            first = first == null ? e : first;
        }

        @Override
        public void fatalError(TransformerException e) {
            error(e);
        }
    }
}
