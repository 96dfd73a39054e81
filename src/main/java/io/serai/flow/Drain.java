package io.serai.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.Suspendable;
import org.apache.camel.component.direct.DirectConsumer;
import org.apache.camel.component.seda.SedaConsumer;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Stops routes without losing what they have in hand. First a route takes nothing new: callers of a
 * {@code direct:} route wait (Camel's {@code block}, up to its {@code timeout} of 30 s) until the
 * route that takes its place is there; what waits in a {@code seda:} queue stays there for it. Then
 * what it has in hand is finished. Only then it stops.
 */
final class Drain {

    /** A caller that found the consumer just before it was suspended is counted by then. */
    private static final Duration QUIET = Duration.ofMillis(20);

    /**
     * A queue's suspended threads look up once a second; a queue that is not empty is then left.
     */
    private static final Duration QUEUE_LEFT = Duration.ofMillis(1500);

    private final CamelContext running;
    private final Duration timeout;

    Drain(CamelContext running, Duration timeout) {
        this.running = running;
        this.timeout = timeout;
    }

    /**
     * Stops all of the routes or none; pollers and timers before what they call.
     *
     * @param forGood whether nobody takes their place, so that what waits in a queue they serve has
     *     to be finished too; otherwise it is left to the successor
     * @throws FlowRefused when they had not finished in time; they then go on as before
     */
    void stop(List<String> ids, boolean forGood) {
        List<Route> routes =
                new ArrayList<>(
                        ids.stream().map(running::getRoute).filter(Objects::nonNull).toList());
        routes.sort(Comparator.comparing(route -> route.getConsumer() instanceof DirectConsumer));
        List<Route> stopped = new ArrayList<>();
        for (Route route : routes) {
            stopped.add(route);
            if (!stop(route, forGood)) {
                stopped.forEach(this::goOn);
                throw new FlowBusy(
                        "route '"
                                + route.getId()
                                + "' still has "
                                + inHand(route)
                                + " messages in hand after "
                                + timeout.toMillis()
                                + " ms (serai.flow.stop-timeout); tried again at the next look");
            }
        }
    }

    private boolean stop(Route route, boolean forGood) {
        boolean queue = route.getConsumer() instanceof SedaConsumer;
        if (!statusOf(route).isStarted() || (queue && forGood)) {
            return stop(route, timeout, true);
        }
        if (route.getConsumer() instanceof Suspendable) {
            ServiceHelper.suspendService(route.getConsumer());
            if (!becomesQuiet(route)) {
                return false;
            }
        }
        return queue ? stop(route, QUEUE_LEFT, false) : stop(route, timeout, true);
    }

    private boolean stop(Route route, Duration within, boolean goOnIfNot) {
        try {
            running.getRouteController()
                    .stopRoute(route.getId(), within.toMillis(), TimeUnit.MILLISECONDS, goOnIfNot);
            return statusOf(route).isStopped();
        } catch (Exception e) {
            throw new FlowRefused(0, "route '" + route.getId() + "' would not stop: " + e, e);
        }
    }

    private boolean becomesQuiet(Route route) {
        long end = System.nanoTime() + timeout.toNanos();
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < QUIET.toNanos()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
            quietSince = inHand(route) == 0 ? quietSince : System.nanoTime();
        }
        return true;
    }

    private void goOn(Route route) {
        Consumer consumer = route.getConsumer();
        try {
            if (statusOf(route).isStopped()) {
                running.getRouteController().startRoute(route.getId());
            } else {
                ServiceHelper.resumeService(consumer);
            }
        } catch (Exception e) {
            throw new FlowRefused(0, "route '" + route.getId() + "' would not go on: " + e, e);
        }
    }

    private int inHand(Route route) {
        return running.getInflightRepository().size(route.getId());
    }

    private ServiceStatus statusOf(Route route) {
        return running.getRouteController().getRouteStatus(route.getId());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlowRefused(0, "interrupted while a route finished what it had in hand", e);
        }
    }
}
