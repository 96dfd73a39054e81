package io.serai.flow;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Lets requests to a route that is being swapped wait at the door, so that none is turned away. */
final class Turnstile extends OncePerRequestFilter {

    private static final long LONGEST_WAIT_MILLIS = 30_000;

    private final List<PathContainer> inside = new ArrayList<>();
    private volatile List<PathPattern> held = List.of();

    /** Holds new requests to these paths; false when those inside had not left in time. */
    synchronized boolean hold(List<String> paths, Duration timeout) {
        List<PathPattern> patterns =
                paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
        held = patterns;
        return await(() -> inside.stream().noneMatch(this::isHeld), timeout.toMillis());
    }

    synchronized void release() {
        held = List.of();
        notifyAll();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathContainer path = PathContainer.parsePath(pathOf(request));
        enter(path);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Leaving(path));
            } else {
                leave(path);
            }
        }
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private synchronized void enter(PathContainer path) {
        await(() -> !isHeld(path), LONGEST_WAIT_MILLIS);
        inside.add(path);
    }

    private synchronized void leave(PathContainer path) {
        inside.removeIf(one -> one == path);
        notifyAll();
    }

    private boolean isHeld(PathContainer path) {
        return held.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private boolean await(BooleanSupplier free, long millis) {
        long end = System.currentTimeMillis() + millis;
        try {
            while (!free.getAsBoolean()) {
                long left = end - System.currentTimeMillis();
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private final class Leaving implements AsyncListener {
        private final PathContainer path;

        Leaving(PathContainer path) {
            this.path = path;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            leave(path);
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
