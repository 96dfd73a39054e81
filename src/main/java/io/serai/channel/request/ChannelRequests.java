package io.serai.channel.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.NotSent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
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
                    "reservation-read",
                    "deposit-read",
                    "deposit-push",
                    "deposit-remove",
                    "property-push",
                    "payment-cards-read",
                    "webhook-register");

    private final RequestBook book;
    private final RequestsAnew anew;
    private final AskedHotels hotels;
    private final OwnProducts own;
    private final Channels channels;
    private final CamelContext camel;
    private final RequestOutcomes outcomes;
    private final RequestSettings settings;
    private final ObjectMapper json;

    ChannelRequests(
            RequestBook book,
            RequestsAnew anew,
            AskedHotels hotels,
            OwnProducts own,
            Channels channels,
            CamelContext camel,
            RequestOutcomes outcomes,
            RequestSettings settings,
            ObjectMapper json) {
        this.book = book;
        this.anew = anew;
        this.hotels = hotels;
        this.own = own;
        this.channels = channels;
        this.camel = camel;
        this.outcomes = outcomes;
        this.settings = settings;
        this.json = json;
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
        return book.add(connection, port, whole.toString(), actor, null).orElseThrow();
    }

    /**
     * Keeps what is to be done with a reservation; it goes on by itself.
     *
     * @return its id; empty when the same is under way already
     */
    public Optional<Long> ask(
            int connection, String port, ObjectNode request, String actor, OfReservation of) {
        return book.add(connection, port, request.toString(), actor, of);
    }

    /**
     * A channel told that a hotel changed there: its rooms, rates and bounds are read anew, and a
     * request that waits to ask after it does so now.
     *
     * @param step the port that asks after it
     * @return the hotel's connections
     */
    @Transactional
    public List<Integer> lookAnew(long account, String remoteHotel, String step) {
        return hotels.lookAnew(account, remoteHotel, step);
    }

    /** Gives a connection the hotel's number at the channel, where it had none. */
    public void place(int connection, String remoteHotel) {
        hotels.place(connection, remoteHotel);
    }

    /** Has a connection's rooms and rates read anew, while it goes on selling. */
    public void reread(int connection) {
        hotels.reread(connection);
    }

    /** Claims what is due. */
    public List<ChannelRequest> due() {
        return book.claim(settings.lease());
    }

    /** Puts a request on the exchange in the words of its port; no endpoint where there is none. */
    @Transactional
    public void open(Exchange exchange) throws JsonProcessingException {
        Message message = exchange.getMessage();
        ChannelRequest request = message.getBody(ChannelRequest.class);
        exchange.setProperty("request", request);
        if (request.begun() && outcomes.isOnce(request)) {
            outcomes.notKnown(request, "{}");
            return;
        }
        Channel channel = channels.findByCode(request.provider()).orElse(null);
        if (channel == null || !isOffered(channel, request.step())) {
            outcomes.retry(request, "{}", "not offered now: port " + request.step());
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
        message.setHeader("Serai-Asked", request.askedAt().toString());
        message.setBody(body.toString());
        exchange.setProperty("endpoint", channel.endpoint(request.step()));
    }

    /**
     * Commits that the request on the exchange leaves now, and renews its lease: the last step
     * before a port acts. A call that is made for no kept request has nothing to note.
     *
     * @throws NotSent when somebody else claimed or settled it meanwhile
     */
    public void begin(Exchange exchange) throws NotSent {
        ChannelRequest request = exchange.getProperty("request", ChannelRequest.class);
        if (request != null && !book.begin(request, settings.lease())) {
            throw new NotSent(
                    "request %d, claim %d: outdated (expected: the latest claim of an open request)"
                            .formatted(request.id(), request.fence()),
                    null);
        }
    }

    /**
     * Asks anew for what ended without being done, unless something is against it now.
     *
     * @param parked as it was parked: its {@code request} is the key
     * @param actor who wants it
     * @return whether it is asked, or need not be
     */
    @Transactional
    public boolean again(@Body String parked, @Header("Serai-Actor") @Nullable String actor)
            throws JsonProcessingException {
        return anew.begin(
                json.readTree(parked).path("request").asLong(),
                Objects.requireNonNullElse(actor, "engine:replay"));
    }

    /** Records what became of it. */
    @Transactional
    public void settle(Exchange exchange) throws JsonProcessingException {
        ChannelRequest request = exchange.getProperty("request", ChannelRequest.class);
        String text = exchange.getMessage().getBody(String.class);
        JsonNode answer = json.readTree(text == null || text.isBlank() ? "{}" : text);
        outcomes.settle(request, answer);
    }
}
