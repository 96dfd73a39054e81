package io.serai.flow.trial;

import io.serai.channel.DoorHeaders;
import io.serai.flow.Mappings;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down what a mapping gets and gives, of messages from and to an account of a channel: what
 * is only measured, or tried, belongs to none. A message that cannot be written down is mapped all
 * the same.
 */
@Component
class MessageKeeping {

    private static final Logger log = LoggerFactory.getLogger(MessageKeeping.class);

    private final Map<String, MappingText> texts = new ConcurrentHashMap<>();
    private final Mappings mappings;
    private final KeptMessages messages;
    private final long largest;
    private final Clock clock;

    MessageKeeping(
            Mappings mappings, KeptMessages messages, KeptMessageSettings settings, Clock clock) {
        this.mappings = mappings;
        this.messages = messages;
        this.largest = settings.largest().toBytes();
        this.clock = clock;
    }

    /** What it gets, before it is mapped; null where it is not kept. */
    @Nullable Begun begin(Exchange exchange, MappingStep step) {
        try {
            Long account = exchange.getMessage().getHeader(DoorHeaders.ACCOUNT, Long.class);
            MappingText text = text(step.mapping());
            return account == null || text == null || !messages.wants(step.mapping())
                    ? null
                    : begin(exchange, step, account, text);
        } catch (Exception unreadable) {
            return notKept(step, unreadable);
        }
    }

    private Begun begin(Exchange exchange, MappingStep step, long account, MappingText text)
            throws Exception {
        Long attempt = exchange.getMessage().getHeader(DoorHeaders.ATTEMPT, Long.class);
        ExchangeText got = new ExchangeText(exchange, largest);
        return new Begun(
                step,
                new MessageMark(account, attempt, clock.instant(), text.hash()),
                got.body(),
                got.parameters(text.parameters()));
    }

    private static @Nullable Begun notKept(MappingStep step, Exception why) {
        log.debug("a message of {} is not kept: {}", step.mapping(), why.getClass().getName());
        return null;
    }

    private @Nullable MappingText text(String mapping) {
        String running = mappings.running(mapping);
        return running == null
                ? null
                : texts.compute(
                        mapping,
                        (file, known) ->
                                known != null && known.text().equals(running)
                                        ? known
                                        : MappingText.of(running));
    }

    /** A message that is being mapped. */
    final class Begun {

        private final MappingStep step;
        private final MessageMark mark;
        private final @Nullable String body;
        private final Map<String, Object> parameters;

        private Begun(
                MappingStep step,
                MessageMark mark,
                @Nullable String body,
                Map<String, Object> parameters) {
            this.step = step;
            this.mark = mark;
            this.body = body;
            this.parameters = parameters;
        }

        /** Keeps it with what came of it. */
        void end(Exchange exchange) {
            try {
                Exception failure = exchange.getException();
                messages.add(
                        step.mapping(),
                        mark,
                        new MappedMessage(
                                body,
                                parameters,
                                step.options(),
                                failure == null
                                        ? new ExchangeText(exchange, largest).given(step.variable())
                                        : null,
                                failure == null ? null : Failures.words(failure)));
            } catch (Exception unreadable) {
                notKept(step, unreadable);
            }
        }
    }
}
