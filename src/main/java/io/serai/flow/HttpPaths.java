package io.serai.flow;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.CamelRequestHandlerMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The HTTP paths that routes listen on: held while a route is swapped, forgotten when it goes. */
final class HttpPaths {

    private final CamelContext running;
    private final ObjectProvider<CamelRequestHandlerMapping> mappings;
    private final Turnstile turnstile;
    private final Duration timeout;

    HttpPaths(
            CamelContext running,
            ObjectProvider<CamelRequestHandlerMapping> mappings,
            Turnstile turnstile,
            Duration timeout) {
        this.running = running;
        this.mappings = mappings;
        this.turnstile = turnstile;
        this.timeout = timeout;
    }

    /** Lets held requests go on. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets new requests to these routes wait until closed, and those under way finish. */
    Held hold(List<String> routes) {
        List<String> paths = routes.stream().flatMap(this::paths).toList();
        if (paths.isEmpty()) {
            return () -> {};
        }
        if (!turnstile.hold(paths, timeout)) {
            turnstile.release();
            throw new FlowBusy(
                    "requests to "
                            + paths
                            + " are still under way after "
                            + timeout.toMillis()
                            + " ms (serai.flow.stop-timeout); tried again at the next look");
        }
        return turnstile::release;
    }

    /** Camel itself leaves the path of a removed route mapped to its dead consumer. */
    void forget(String route) {
        Route gone = running.getRoute(route);
        Endpoint endpoint = gone == null ? null : gone.getEndpoint();
        for (CamelRequestHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().entrySet().stream()
                    .filter(mapped -> isOf(endpoint, mapped.getValue().getBean()))
                    .forEach(mapped -> mapping.unregisterMapping(mapped.getKey()));
        }
    }

    private static boolean isOf(@Nullable Endpoint endpoint, Object mapped) {
        return mapped instanceof Consumer consumer && consumer.getEndpoint() == endpoint;
    }

    private Stream<String> paths(String id) {
        Route route = running.getRoute(id);
        return route != null && route.getEndpoint() instanceof PlatformHttpEndpoint http
                ? Stream.of(http.isMatchOnUriPrefix() ? http.getPath() + "/**" : http.getPath())
                : Stream.empty();
    }
}
