package io.serai.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.xslt.saxon.XsltSaxonComponent;
import org.apache.camel.spi.BeanIntrospection;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * Gives a scratch Camel components of its own, set as those of the running one: plain settings and
 * beans are copied, what a component made for itself (a connection pool) is not, because stopping
 * the copy would close it.
 */
final class CopiedComponents implements ComponentResolver {

    private final CamelContext running;

    CopiedComponents(CamelContext running) {
        this.running = running;
    }

    @Override
    public @Nullable Component resolveComponent(String name, CamelContext scratch) {
        Component original = running.getComponent(name, true, true);
        if (original == null) {
            return null;
        }
        Component copy = scratch.getInjector().newInstance(original.getClass(), false);
        copy.setCamelContext(scratch);
        copySettings(original, copy, scratch);
        if (copy instanceof QuartzComponent quartz) {
            keepQuiet(quartz);
        }
        if (copy instanceof XsltSaxonComponent xslt) {
            ClosedSaxon.close(xslt);
        }
        return copy;
    }

    private void copySettings(Component original, Component copy, CamelContext scratch) {
        PropertyConfigurer configurer = copy.getComponentPropertyConfigurer();
        if (configurer == null) {
            return;
        }
        BeanIntrospection introspection = PluginHelper.getBeanIntrospection(scratch);
        Map<String, Object> settings = new HashMap<>();
        introspection.getProperties(original, settings, null, false);
        settings.forEach(
                (name, value) -> {
                    if (isPlain(value) || isBean(value)) {
                        configurer.configure(scratch, copy, name, value, true);
                    }
                });
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>;
    }

    private boolean isBean(Object value) {
        return !(value instanceof org.quartz.Scheduler)
                && running.getRegistry().findByType(value.getClass()).contains(value);
    }

    /** A scheduler in memory that never starts, so that no job fires and no stored one moves. */
    private static void keepQuiet(QuartzComponent quartz) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "flow-check");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        quartz.setProperties(settings);
        quartz.setAutoStartScheduler(false);
        quartz.setInterruptJobsOnShutdown(true);
    }
}
