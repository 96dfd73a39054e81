package io.serai.flow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.Language;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;

/**
 * The beans of the running Camel, lent to a scratch one, less those a scratch Camel would take over
 * from the running one: Camel's own parts, the scheduler with its stored triggers, and what sets a
 * component up with parts of the running one (the calls' connections, which the copy would close).
 */
final class BorrowedBeans implements BeanRepository {

    private final CamelContext running;

    BorrowedBeans(CamelContext running) {
        this.running = running;
    }

    private static boolean isLent(@Nullable Object bean) {
        return bean != null
                && !(bean instanceof CamelContext)
                && !(bean instanceof Component)
                && !(bean instanceof ComponentCustomizer)
                && !(bean instanceof DataFormat)
                && !(bean instanceof Language)
                && !(bean instanceof Endpoint)
                && !(bean instanceof RoutesBuilder)
                && !(bean instanceof LifecycleStrategy)
                && !(bean instanceof RoutePolicyFactory)
                && !(bean instanceof Scheduler);
    }

    private static <T> @Nullable T lent(@Nullable T bean) {
        return isLent(bean) ? bean : null;
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        return lent(running.getRegistry().lookupByName(name));
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        return lent(running.getRegistry().lookupByNameAndType(name, type));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        Map<String, T> found = new LinkedHashMap<>(running.getRegistry().findByTypeWithName(type));
        found.values().removeIf(bean -> !isLent(bean));
        return found;
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        Set<T> found = new LinkedHashSet<>(running.getRegistry().findByType(type));
        found.removeIf(bean -> !isLent(bean));
        return found;
    }

    @Override
    public <T> @Nullable T findSingleByType(Class<T> type) {
        return lent(running.getRegistry().findSingleByType(type));
    }
}
