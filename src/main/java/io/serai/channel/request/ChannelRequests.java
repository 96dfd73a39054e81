package io.serai.channel.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What hotels ask of channels besides rooms, prices and reservations: kept first, then sent, and
 * asked after where a channel takes it and works on it. An answer says what became of it in {@code
 * outcome}; {@code pending} names the port that is asked next, and after how many seconds.
 */
@Component("channelRequests")
public class ChannelRequests {

    private static final String PRODUCTS = "products-push";

    /** The ports that can be asked for. */
    public static final Set<String> PORTS =
            Set.of(
                    PRODUCTS,
                    "deposit-read",
                    "deposit-push",
                    "deposit-remove",
                    "property-push",
                    "webhook-register");

    private static final int MOST_DOUBLINGS = 4;

    private final RequestBook book;
    private final OwnProducts own;
    private final Channels channels;
    private final CamelContext camel;
    private final RequestSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    ChannelRequests(
            RequestBook book,
            OwnProducts own,
            Channels channels,
            CamelContext camel,
            RequestSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.book = book;
        this.own = own;
        this.channels = channels;
        this.camel = camel;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Whether a channel's folder has a port. */
    public boolean isOffered(Channel channel, String port) {
        return camel.getRoute(channel.folder() + "-" + port) != null;
    }

    /**
     * Keeps a request; it goes on by itself.
     *
     * @param request what the port gets beside the hotel's number
     * @param actor who asks
     * @return its id
     * @throws IllegalArgumentException when it names something that the hotel does not have
     */
    public long ask(int connection, String port, ObjectNode request, String actor) {
        ObjectNode whole = port.equals(PRODUCTS) ? own.fill(connection, request) : request;
        return book.add(connection, port, whole.toString(), actor);
    }

    /** Claims what is due. */
    public List<ChannelRequest> due() {
        return book.claim(settings.lease());
    }

    /** Puts a request on the exchange in the words of its port; no endpoint where there is none. */
    public void open(Exchange exchange) throws JsonProcessingException {
        Message message = exchange.getMessage();
        ChannelRequest request = message.getBody(ChannelRequest.class);
        exchange.setProperty("request", request);
        Channel channel = channels.findByCode(request.provider()).orElse(null);
        if (channel == null || !isOffered(channel, request.step())) {
            retry(request, "{}", "not offered now: port " + request.step());
            return;
        }
        ObjectNode body = (ObjectNode) json.readTree(request.request());
        if (!request.remoteHotel().isEmpty()) {
            body.put("hotel", request.remoteHotel());
        }
        message.removeHeaders("*");
        message.setHeader("Serai-Account", request.account());
        message.setHeader("Serai-Connection", request.connection());
        message.setHeader("Serai-Call", request.step());
        message.setBody(body.toString());
        exchange.setProperty("endpoint", channel.endpoint(request.step()));
    }

    /** Records what became of it. */
    @Transactional
    public void settle(Exchange exchange) throws JsonProcessingException {
        ChannelRequest request = exchange.getProperty("request", ChannelRequest.class);
        String text = exchange.getMessage().getBody(String.class);
        JsonNode answer = json.readTree(text == null || text.isBlank() ? "{}" : text);
        String words = words(answer);
        switch (answer.path("outcome").asText("unknown")) {
            case "applied", "partly" -> done(request, answer, words);
            case "pending" -> pending(request, answer, words);
            case "refused", "broken" -> book.settle(request, "refused", answer.toString(), words);
            default -> retry(request, answer.toString(), words);
        }
    }

    private void done(ChannelRequest request, JsonNode answer, String words) {
        if (!book.settle(request, "done", answer.toString(), words.isEmpty() ? null : words)) {
            return;
        }
        if (answer.hasNonNull("hotel")) {
            book.place(request.connection(), answer.path("hotel").asText());
        }
        if (answer.path("products").asBoolean()) {
            book.reread(request.connection());
        }
    }

    /** Asked after ever more seldom, up to {@value #MOST_DOUBLINGS} doublings of the first wait. */
    private void pending(ChannelRequest request, JsonNode answer, String words) {
        if (request.askedAt().plus(settings.pendingFor()).isBefore(clock.instant())) {
            book.settle(request, "given-up", answer.toString(), words);
            return;
        }
        String step = answer.path("ask").asText(request.step());
        int doublings = step.equals(request.step()) ? Math.min(request.tries(), MOST_DOUBLINGS) : 0;
        Duration wait = Duration.ofMillis((long) (answer.path("after").asDouble() * 1000));
        book.later(
                request,
                step,
                "pending",
                answer.toString(),
                words.isEmpty() ? null : words,
                wait.multipliedBy(1L << doublings));
    }

    private void retry(ChannelRequest request, String answer, String words) {
        if (request.tries() >= settings.retries().size()) {
            book.settle(request, "given-up", answer, words);
            return;
        }
        String state = request.step().equals(request.port()) ? "waiting" : "pending";
        book.later(
                request,
                request.step(),
                state,
                answer,
                words,
                settings.retries().get(request.tries()));
    }

    /** The channel's words, each with its code or field before it. */
    private static String words(JsonNode answer) {
        StringBuilder words = new StringBuilder();
        for (JsonNode item : answer.path("items")) {
            words.append(words.isEmpty() ? "" : "; ")
                    .append(item.path("code").asText(""))
                    .append(item.hasNonNull("code") && item.hasNonNull("words") ? ": " : "")
                    .append(item.path("words").asText(""));
        }
        return words.toString();
    }
}
