package io.serai.channel.breaker;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.DoorHeaders;
import io.serai.channel.NotSent;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Policy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/**
 * The step of a channel's routes that stands around each call: the Circuit Breaker of the
 * connection, or account, and the endpoint that the call's headers name.
 *
 * <p>A call fails by a 5xx, by no answer and by being cut; by nothing else: a 4xx is an answer, a
 * 429 asks for patience, and what fails on our side of the wire says nothing of the channel. What
 * the door did not make counts neither way.
 */
public final class CallBreaker implements Policy {

    private final Breakers breakers;
    private final Channels channels;

    CallBreaker(Breakers breakers, Channels channels) {
        this.breakers = breakers;
        this.channels = channels;
    }

    @Override
    public void beforeWrap(Route route, NamedNode step) {}

    @Override
    public Processor wrap(Route route, Processor calls) {
        return new Step(route.getRouteId(), calls);
    }

    private final class Step extends DelegateAsyncProcessor {

        private final String route;

        Step(String route, Processor calls) {
            super(calls);
            this.route = route;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Optional<Breaker> found = breaker(exchange);
            if (found.isEmpty()) {
                return super.process(exchange, callback);
            }
            Breaker breaker = found.get();
            if (!breaker.lets()) {
                exchange.setException(breaker.refusal());
                callback.done(true);
                return true;
            }
            long began = breaker.now();
            return super.process(
                    exchange,
                    done -> {
                        settle(breaker, began, exchange);
                        callback.done(done);
                    });
        }

        private Optional<Breaker> breaker(Exchange exchange) {
            return channels.ofRoute(route)
                    .flatMap(channel -> breakerOf(channel, exchange.getMessage()));
        }
    }

    private Optional<Breaker> breakerOf(Channel channel, Message call) {
        return BreakerKey.of(channel.code(), call)
                .map(key -> breakers.of(key, channel.definition().deadline()));
    }

    private static void settle(Breaker breaker, long began, Exchange exchange) {
        Throwable failure = unwrapped(exchange.getException());
        if (failure != null && isTheirs(failure)) {
            breaker.failed(began, failure);
        } else if (failure != null || isNotMade(exchange)) {
            breaker.notMade();
        } else {
            breaker.answered(began);
        }
    }

    /** What did not leave failed on our side, unless it was the connection that failed. */
    private static boolean isTheirs(Throwable failure) {
        return failure instanceof NotSent
                ? failure.getCause() instanceof IOException
                : failure instanceof IOException;
    }

    private static boolean isNotMade(Exchange exchange) {
        return exchange.getMessage().getHeader(DoorHeaders.LIMITED) != null
                || exchange.getMessage().getHeader(DoorHeaders.BROKEN) != null;
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        return failure instanceof RuntimeCamelException && failure.getCause() != null
                ? unwrapped(failure.getCause())
                : failure;
    }
}
