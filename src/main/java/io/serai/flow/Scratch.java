package io.serai.flow;

import java.io.FileNotFoundException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.ResourceEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * A Camel beside the running one in which a file is tried: it makes every route, step and endpoint
 * of the file, with the beans and properties of the running Camel, and starts no consumer.
 */
final class Scratch implements AutoCloseable {

    private final DefaultCamelContext camel;

    Scratch(CamelContext running) {
        camel = new DefaultCamelContext(false);
        camel.getCamelContextExtension()
                .setRegistry(new DefaultRegistry(new BorrowedBeans(running)));
        camel.disableJMX();
        camel.getCamelContextExtension().setName("flow-check");
        camel.setAutoStartup(false);
        camel.setSourceLocationEnabled(true);
        camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
        camel.build();
        camel.getCamelContextExtension()
                .addContextPlugin(ComponentResolver.class, new CopiedComponents(running));
        camel.getPropertiesComponent().addPropertiesSource(propertiesOf(running));
        camel.start();
    }

    private static PropertiesSource propertiesOf(CamelContext running) {
        return new PropertiesSource() {
            @Override
            public String getName() {
                return "running";
            }

            @Override
            public @Nullable String getProperty(String name) {
                return running.getPropertiesComponent().resolveProperty(name).orElse(null);
            }
        };
    }

    /** What the text gives, once all of it could be made and every mapping it names is there. */
    Provided load(RouteText route) throws Exception {
        Provided before = Provided.of(camel);
        PluginHelper.getRoutesLoader(camel).loadRoutes(route.resource());
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (endpoint instanceof ResourceEndpoint of && !exists(of.getResourceUri())) {
                throw new FileNotFoundException(of.getResourceUri() + " is missing or was refused");
            }
        }
        return Provided.of(camel).since(before, RouteRoots.beans(route));
    }

    /** What no scheme leads is looked for on the classpath. */
    private boolean exists(String uri) {
        return PluginHelper.getResourceLoader(camel).resolveResource(uri).exists();
    }

    Model model() {
        return camel.getCamelContextExtension().getContextPlugin(Model.class);
    }

    List<String> configurations() {
        return Provided.of(camel).configurations();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
