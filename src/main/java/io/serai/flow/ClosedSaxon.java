package io.serai.flow;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.transform.TransformerException;
import javax.xml.transform.URIResolver;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.CollectionFinder;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.UnparsedTextURIResolver;
import net.sf.saxon.trans.XPathException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.xslt.XsltUriResolver;
import org.apache.camel.component.xslt.saxon.XsltSaxonComponent;
import org.jspecify.annotations.Nullable;

/**
 * Lets a stylesheet reach its message and other stylesheets, and nothing else, however it asks: no
 * file, no address, no setting of the machine, no Java; and lets it write nothing.
 */
public final class ClosedSaxon {

    private static final Pattern STYLESHEET = Pattern.compile("(?:file:)?[^:?#]+\\.xslt?");

    private static final Map<String, Object> SETTINGS =
            Map.of(
                    Feature.ALLOW_EXTERNAL_FUNCTIONS.name,
                    false,
                    Feature.DISABLE_XSL_EVALUATE.name,
                    true,
                    Feature.ALLOWED_PROTOCOLS.name,
                    "none",
                    Feature.UNPARSED_TEXT_URI_RESOLVER.name,
                    (UnparsedTextURIResolver)
                            (address, encoding, saxon) -> {
                                throw refusal(address);
                            },
                    Feature.COLLECTION_FINDER.name,
                    (CollectionFinder)
                            (context, address) -> {
                                throw refusal(address);
                            },
                    Feature.ENVIRONMENT_VARIABLE_RESOLVER.name,
                    new NoVariables(),
                    "http://saxon.sf.net/feature/parserFeature?uri=http%3A//apache.org/xml/features/disallow-doctype-decl",
                    true);

    private ClosedSaxon() {}

    /** Closes what the stylesheets of a Camel run in. */
    public static void close(CamelContext camel) {
        close(camel.getComponent("xslt-saxon", XsltSaxonComponent.class));
    }

    /** The same of a component that its Camel does not have yet. */
    static void close(XsltSaxonComponent xslt) {
        xslt.setSaxonConfigurationProperties(SETTINGS);
        xslt.setUriResolverFactory(
                (context, file) -> stylesheets(new XsltUriResolver(context, file)));
    }

    /** Closes what a stylesheet is compiled in. */
    static void close(Configuration saxon) {
        SETTINGS.forEach(saxon::setConfigurationProperty);
    }

    private static URIResolver stylesheets(URIResolver all) {
        return (address, base) -> {
            if (!STYLESHEET.matcher(address).matches()) {
                throw new TransformerException(refusal(address));
            }
            return all.resolve(address, base);
        };
    }

    private static XPathException refusal(Object address) {
        return new XPathException(
                "'" + address + "' (expected: a mapping that reads its message, nothing else)");
    }

    private static final class NoVariables implements EnvironmentVariableResolver {

        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public @Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
