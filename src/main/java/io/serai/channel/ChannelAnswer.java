package io.serai.channel;

import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;

/**
 * What the routes of a channel do with an answer: let a breaker count the channel's faults, and
 * turn whatever came, or did not come, into the canonical answer of the port. The channel is the
 * one whose folder the route's id begins with.
 */
public final class ChannelAnswer {

    private static final int MOST_WORDS = 500;
    private static final String HTTP_STATUS = "CamelHttpResponseCode";

    private final Channels channels;

    ChannelAnswer(Channels channels) {
        this.channels = channels;
    }

    /**
     * Stands behind the call inside a breaker, which counts what is thrown.
     *
     * @throws ChannelUnavailable for an answer of the class 5xx
     */
    public void guard(Exchange exchange) throws ChannelUnavailable {
        Message answer = exchange.getMessage();
        int status = status(answer);
        if (status >= 500) {
            throw new ChannelUnavailable(
                    status, reference(answer), retryAfter(answer), words(answer));
        }
    }

    /**
     * Stands behind {@code onFallback}: what failed becomes the body. It is {@code later} where
     * nothing can have been sent, and {@code unknown} everywhere else.
     */
    public void failed(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        boolean open =
                exchange.getProperty(
                        ExchangePropertyKey.CIRCUIT_BREAKER_RESPONSE_SHORT_CIRCUITED,
                        false,
                        Boolean.class);
        put(exchange, answer(failure, open));
    }

    /** What an answer that is not to be mapped means by its status becomes the body. */
    public void settleStatus(Exchange exchange) {
        Message answer = exchange.getMessage();
        PushAnswer refused = refusedByDoor(answer);
        put(
                exchange,
                refused != null
                        ? refused
                        : settlement(exchange)
                                .byStatus(
                                        status(answer),
                                        reference(answer),
                                        retryAfter(answer),
                                        words(answer)));
    }

    /** What a mapping read out of an answer, as {@link Said}, becomes the canonical answer. */
    public void settle(Exchange exchange) {
        Message answer = exchange.getMessage();
        Said said = PortJson.read(answer.getBody(String.class), Said.class);
        put(
                exchange,
                settlement(exchange)
                        .byWords(status(answer), said, reference(answer), retryAfter(answer)));
    }

    private Settlement settlement(Exchange exchange) {
        String route = String.valueOf(ExchangeHelper.getRouteId(exchange));
        return new Settlement(channels.ofRoute(route).definition().answers());
    }

    private static PushAnswer answer(@Nullable Throwable failure, boolean open) {
        if (open) {
            return one(
                    Outcome.LATER, null, null, "breaker-open", "calls are held back for a while");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotSent) {
                return one(Outcome.LATER, null, null, "not-sent", cause.getMessage());
            }
            if (cause instanceof ChannelUnavailable fault) {
                return one(
                        Outcome.UNKNOWN,
                        fault.reference(),
                        fault.retryAfter(),
                        Integer.toString(fault.status()),
                        fault.getMessage());
            }
        }
        String words = failure == null ? "no reason is known" : failure.toString();
        return one(Outcome.UNKNOWN, null, null, "no-answer", cut(words));
    }

    private static @Nullable PushAnswer refusedByDoor(Message answer) {
        if (answer.getHeader(DoorHeaders.LIMITED) != null) {
            return one(Outcome.LATER, null, retryAfter(answer), "limited", words(answer));
        }
        String broken = answer.getHeader(DoorHeaders.BROKEN, String.class);
        return broken == null ? null : one(Outcome.BROKEN, null, null, "account", broken);
    }

    private static PushAnswer one(
            Outcome outcome,
            @Nullable String reference,
            @Nullable Integer retryAfter,
            String code,
            @Nullable String words) {
        Meaning meaning = outcome == Outcome.BROKEN ? Meaning.BROKEN : Meaning.LATER;
        return new PushAnswer(
                reference,
                outcome,
                retryAfter,
                List.of(new Item(null, null, meaning, code, words)));
    }

    private static void put(Exchange exchange, PushAnswer answer) {
        exchange.getMessage().setBody(PortJson.write(answer));
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    private static int status(Message answer) {
        return answer.getHeader(HTTP_STATUS, 0, Integer.class);
    }

    private static @Nullable String reference(Message answer) {
        return answer.getHeader(DoorHeaders.REFERENCE, String.class);
    }

    private static String words(Message answer) {
        String body = answer.getBody(String.class);
        return body == null ? "" : cut(body.strip());
    }

    private static String cut(String words) {
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
    }

    /** Seconds, from seconds or from a date. */
    private static @Nullable Integer retryAfter(Message answer) {
        String after = answer.getHeader("Retry-After", String.class);
        if (after == null) {
            return null;
        }
        try {
            return Integer.valueOf(after.trim());
        } catch (NumberFormatException notSeconds) {
            return untilDate(after);
        }
    }

    private static @Nullable Integer untilDate(String date) {
        try {
            Instant then =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return (int) Math.max(0, Duration.between(Instant.now(), then).toSeconds());
        } catch (DateTimeParseException neither) {
            return null;
        }
    }
}
