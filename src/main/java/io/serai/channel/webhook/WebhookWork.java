package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.DoorHeaders;
import io.serai.channel.door.ReceivedBody;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works off the webhook calls that were kept, each until its channel's route took it: again after
 * growing pauses, in the end parked. What is under way when Serai is killed is begun again when its
 * lease has run out.
 */
@Component("webhookWork")
public class WebhookWork {

    /** The exchange property that holds the call under work. */
    public static final String CALL = "call";

    /** Calls that wait here for each worker, so that none idles until the next look. */
    private static final int AHEAD = 8;

    private static final Logger log = LoggerFactory.getLogger(WebhookWork.class);

    private final StoredCalls calls;
    private final WebhookBook book;
    private final Channels channels;
    private final CamelContext camel;
    private final WebhookSettings settings;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    WebhookWork(
            StoredCalls calls,
            WebhookBook book,
            Channels channels,
            CamelContext camel,
            WebhookSettings settings) {
        this.calls = calls;
        this.book = book;
        this.channels = channels;
        this.camel = camel;
        this.settings = settings;
    }

    /** Claims calls that are due and that some channel's route takes; renews those under work. */
    public List<StoredCall> due() {
        calls.renew(List.copyOf(running), settings.lease());
        int free = settings.workers() * AHEAD - running.size();
        Map<String, String> folders =
                channels.all().stream()
                        .filter(it -> camel.getRoute(it.folder() + "-" + StoredCall.PORT) != null)
                        .collect(Collectors.toMap(Channel::code, Channel::folder));
        if (free <= 0 || folders.isEmpty()) {
            return List.of();
        }
        List<StoredCall> due = calls.take(free, settings.lease(), folders);
        due.forEach(call -> running.add(call.id()));
        return due;
    }

    /**
     * The call that is worked off now: claimed, or a parked one by its number; null for one that
     * was taken already, by whoever was killed before he could say so.
     *
     * @throws IllegalArgumentException when it is neither parked nor taken
     */
    public @Nullable StoredCall find(@Body Object claimed) {
        if (claimed instanceof StoredCall call) {
            return call;
        }
        long id = Long.parseLong(claimed.toString());
        return calls.isTaken(id) ? null : calls.parked(id, folders());
    }

    /** Puts a call on the exchange as its channel's route takes it, and nothing else. */
    public void open(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        StoredCall call = exchange.getProperty(CALL, StoredCall.class);
        message.removeHeaders("*");
        message.setHeader(DoorHeaders.HOOK, call.hook());
        Optional.ofNullable(call.kind()).ifPresent(it -> message.setHeader(DoorHeaders.KIND, it));
        Optional.ofNullable(call.account())
                .ifPresent(it -> message.setHeader(DoorHeaders.ACCOUNT, it));
        Optional.ofNullable(call.original())
                .ifPresent(it -> message.setHeader(DoorHeaders.ORIGINAL, Long.toString(it)));
        message.setBody(safe(call));
    }

    /**
     * Settles a call that its route took: done, kept for a reason that the route gave, or of a kind
     * that the route does not know.
     */
    public void done(
            @ExchangeProperty(CALL) StoredCall call,
            @Header(DoorHeaders.UNKNOWN) @Nullable Boolean unknown,
            @Header(DoorHeaders.UNUSED) @Nullable String unused) {
        running.remove(call.id());
        if (unused != null) {
            calls.settle(call, "unused", unused);
        } else if (Boolean.TRUE.equals(unknown)) {
            calls.settle(call, "unknown", "a kind that is not known");
        } else {
            calls.settle(call, "done", null);
        }
    }

    /**
     * Claims a kept call to work it off once more, done or not; if it fails it is parked at once.
     *
     * @throws IllegalArgumentException when it is under work, waits as a parked message, or is not
     *     there
     */
    public StoredCall again(@Body long id) {
        StoredCall call = calls.again(id, settings.tries(), settings.lease(), folders());
        running.add(call.id());
        return call;
    }

    /** Whether a call was taken by its route and is not to be begun again. */
    public boolean isSettled(@ExchangeProperty(CALL) StoredCall call) {
        return calls.isTaken(call.id());
    }

    /**
     * Lets a call go that its route did not take; whether it is not begun again by itself. Then it
     * is parked before that is written down, so that a kill loses nothing.
     */
    public boolean givenUp(@ExchangeProperty(CALL) StoredCall call) {
        running.remove(call.id());
        return isLast(call);
    }

    /** Puts a call off that its route did not take; for good when it was the last try. */
    public void failed(
            @ExchangeProperty(CALL) StoredCall call,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        log.warn(
                "Webhook call {} of {} ({}), try {}: {}",
                call.id(),
                call.channel(),
                call.kind(),
                call.tries(),
                failure.getClass().getSimpleName());
        calls.putOff(
                call,
                isLast(call),
                settings.pause(call.tries()),
                failure.getClass().getSimpleName());
    }

    private boolean isLast(StoredCall call) {
        return call.owner() == null || call.tries() >= settings.tries();
    }

    private Map<String, String> folders() {
        return channels.all().stream().collect(Collectors.toMap(Channel::code, Channel::folder));
    }

    /** Where the proof named no account no vault could take cards: they are emptied here. */
    private String safe(StoredCall call) throws IOException {
        byte[] body = book.open(call.id());
        List<String> cards =
                channels.find(call.channel())
                        .map(it -> it.definition().cards().getOrDefault(StoredCall.PORT, List.of()))
                        .orElse(List.of());
        if (call.account() != null || cards.isEmpty()) {
            return new String(body, UTF_8);
        }
        ReceivedBody read = ReceivedBody.read(body, null);
        cards.forEach(read::empty);
        return read.text();
    }
}
