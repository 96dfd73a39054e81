package io.serai.channel.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Answers;
import io.serai.channel.Channel;
import io.serai.channel.ChannelDefinition;
import io.serai.channel.Channels;
import io.serai.channel.DoorHeaders;
import io.serai.channel.PushAnswer;
import io.serai.channel.account.AccountStopped;
import io.serai.channel.keep.ConnectionFailed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What routes ask about a call they made. They keep what the answer says in the variable {@code
 * facts}, the canonical request in {@code request}, and say in {@code called} that a call was
 * begun. The channel is the one whose folder begins the route's id.
 */
@Component("channelAnswers")
public class ChannelAnswers {

    private static final Logger log = LoggerFactory.getLogger(ChannelAnswers.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SERVER_FAULT = 500;

    private final Channels channels;
    private final ApplicationEventPublisher events;

    ChannelAnswers(Channels channels, ApplicationEventPublisher events) {
        this.channels = channels;
        this.events = events;
    }

    /** The answer's judgement, as JSON of a {@link PushAnswer}. */
    public String settle(Exchange exchange) throws JsonProcessingException {
        PushAnswer heldBack = DoorRefusals.settle(exchange.getMessage(), retryAfter(exchange));
        return text(
                heldBack != null
                        ? heldBack
                        : settled(
                                exchange, status(exchange), retryAfter(exchange), facts(exchange)));
    }

    /** The judgement of the exception that ended a call, as JSON of a {@link PushAnswer}. */
    public String settleFailure(Exchange exchange) throws JsonProcessingException {
        Throwable failure =
                unwrapped(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        log.warn(
                "{}: {}: {}",
                ExchangeHelper.getRouteId(exchange),
                failure.getClass().getSimpleName(),
                failure.getMessage());
        if (failure instanceof ChannelFault fault) {
            PushAnswer heldBack = DoorRefusals.settle(exchange.getMessage(), fault.retryAfter());
            return text(
                    heldBack != null
                            ? heldBack
                            : settled(exchange, fault.status(), fault.retryAfter(), fault.facts()));
        }
        return text(
                CallFailures.settle(failure, exchange.getVariable("called", false, Boolean.class)));
    }

    /** Refuses server faults, so that a breaker counts them. */
    public void refuseServerFault(Exchange exchange) throws ChannelFault, JsonProcessingException {
        if (status(exchange) >= SERVER_FAULT) {
            throw fault(exchange);
        }
    }

    /** Refuses all but what {@link #answered} says yes to. */
    public void demandAnswer(Exchange exchange) throws ChannelFault, JsonProcessingException {
        if (!answered(exchange)) {
            throw fault(exchange);
        }
    }

    /** Whether it is a successful answer of the kind that was asked for and speaks of no error. */
    public boolean answered(Exchange exchange) throws JsonProcessingException {
        AnswerFacts facts = facts(exchange);
        return status(exchange) / 100 == 2
                && facts != null
                && facts.ok()
                && facts.errors().isEmpty();
    }

    /**
     * Whether every error of the answer has a code that the channel's description lists as refused:
     * said again, the same would be answered. A code that is not listed may mean anything.
     */
    public boolean refusedForGood(Exchange exchange) throws JsonProcessingException {
        AnswerFacts facts = facts(exchange);
        Answers meanings = channel(exchange).answers();
        return facts != null
                && !facts.errors().isEmpty()
                && facts.errors().stream().allMatch(error -> meanings.refuses(error.code()));
    }

    private ChannelFault fault(Exchange exchange) throws JsonProcessingException {
        return new ChannelFault(status(exchange), retryAfter(exchange), facts(exchange));
    }

    private PushAnswer settled(
            Exchange exchange,
            int status,
            @Nullable Integer retryAfter,
            @Nullable AnswerFacts facts)
            throws JsonProcessingException {
        ChannelDefinition channel = channel(exchange);
        Long account = exchange.getMessage().getHeader(DoorHeaders.ACCOUNT, Long.class);
        if (account != null) {
            String call = exchange.getMessage().getHeader(DoorHeaders.CALL, String.class);
            AccountRefusal.of(channel, call, status, facts)
                    .ifPresent(words -> events.publishEvent(new AccountStopped(account, words)));
        }
        PushAnswer answer =
                new AnswerSettling(channel.answers())
                        .settle(status, retryAfter, facts, updates(exchange));
        Long connection = exchange.getMessage().getHeader(DoorHeaders.CONNECTION, Long.class);
        if (connection != null && answer.outcome() != PushAnswer.Outcome.APPLIED) {
            events.publishEvent(new ConnectionFailed(connection));
        }
        return answer;
    }

    private ChannelDefinition channel(Exchange exchange) {
        String route = ExchangeHelper.getRouteId(exchange);
        return channels.ofRoute(route)
                .map(Channel::definition)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "route: '"
                                                + route
                                                + "' (expected: an id that begins with a"
                                                + " channel's folder)"));
    }

    /** A breaker hands on what it caught in an envelope of Camel's. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof RuntimeCamelException && cause != null
                ? unwrapped(cause)
                : failure;
    }

    private static int status(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    }

    /** Seconds; a date is not used by any channel and reads as nothing said. */
    private static @Nullable Integer retryAfter(Exchange exchange) {
        String said = exchange.getMessage().getHeader("Retry-After", "", String.class).strip();
        return said.matches("[0-9]{1,9}") ? Integer.valueOf(said) : null;
    }

    private static @Nullable AnswerFacts facts(Exchange exchange) throws JsonProcessingException {
        String facts = exchange.getVariable("facts", String.class);
        return facts == null ? null : JSON.readValue(facts, AnswerFacts.class);
    }

    /** The updates of the request by number, each with the names of the fields it sets. */
    private static Map<Integer, Set<String>> updates(Exchange exchange)
            throws JsonProcessingException {
        String request = exchange.getVariable("request", "{}", String.class);
        Map<Integer, Set<String>> updates = new HashMap<>();
        for (JsonNode update : JSON.readTree(request).path("updates")) {
            Set<String> fields = new HashSet<>();
            update.path("set").fieldNames().forEachRemaining(fields::add);
            updates.put(update.path("id").asInt(), fields);
        }
        return updates;
    }

    private static String text(PushAnswer answer) throws JsonProcessingException {
        return JSON.writeValueAsString(answer);
    }
}
