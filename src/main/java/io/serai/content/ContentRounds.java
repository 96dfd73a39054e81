package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.PortJson;
import io.serai.channel.connection.BaseUrls;
import io.serai.content.ContentAnswer.Outcome;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the route that sends content calls, step by step. Before a call leaves it is committed which
 * fields it tells; until an answer is known, they are not, and are sent again.
 */
@Component("contentRounds")
public class ContentRounds {

    private static final Logger log = LoggerFactory.getLogger(ContentRounds.class);
    private static final String PART = "part";
    private static final String CALL = "call";

    private final SyncClaims claims;
    private final SyncBook book;
    private final HeldBook held;
    private final ContentCalls calls;
    private final ContentOutcomes outcomes;
    private final Channels channels;
    private final BaseUrls urls;
    private final ContentSettings settings;
    private final ObjectMapper json;

    ContentRounds(
            SyncClaims claims,
            SyncBook book,
            HeldBook held,
            ContentCalls calls,
            ContentOutcomes outcomes,
            Channels channels,
            BaseUrls urls,
            ContentSettings settings,
            ObjectMapper json) {
        this.claims = claims;
        this.book = book;
        this.held = held;
        this.calls = calls;
        this.outcomes = outcomes;
        this.channels = channels;
        this.urls = urls;
        this.settings = settings;
        this.json = json;
    }

    /** Claims what is due; a list of parts for {@link #open}. */
    @Transactional
    public List<?> due() {
        return claims.claim(settings.lease());
    }

    /** Puts on the exchange what the channel's port gets; no endpoint where nothing is sent. */
    @Transactional
    public void open(Exchange exchange) throws JsonProcessingException {
        SyncedPart part = exchange.getMessage().getBody(SyncedPart.class);
        exchange.setProperty(PART, part);
        Channel channel = channels.findByCode(part.provider()).orElse(null);
        String url = json.readTree(part.configuration()).path("base_url").asText(null);
        String refusal =
                channel == null
                        ? "provider: '" + part.provider() + "' has no folder"
                        : urls.refusal(url);
        if (channel == null || refusal != null) {
            book.end(part, SyncState.BROKEN, refusal, null);
            return;
        }
        ContentCall call = calls.of(part, channel);
        if (call.port() == null) {
            book.end(part, call.state(), call.words(), null);
            return;
        }
        boolean making = call.create() || (part.ask() != null || call.reads()) && part.begun();
        if (!book.begin(part, making, call.reads(), settings.lease())) {
            return;
        }
        held.send(part, call.fields(), call.values());
        exchange.setProperty(CALL, call);
        BaseUrls.address(exchange, url);
        address(exchange.getMessage(), part, call);
        exchange.setProperty("endpoint", channel.endpoint(call.port()));
    }

    private static void address(Message message, SyncedPart part, ContentCall call) {
        message.removeHeaders("*");
        message.setHeader("Serai-Account", part.account());
        message.setHeader("Serai-Connection", part.connection());
        message.setHeader("Serai-Call", call.port());
        if (part.remoteHotel() != null) {
            message.setHeader("Serai-Hotel", part.remoteHotel());
        }
        message.setBody(call.request());
    }

    /** Records what became of it. */
    @Transactional
    public void settle(Exchange exchange) {
        SyncedPart part = exchange.getProperty(PART, SyncedPart.class);
        ContentCall call = exchange.getProperty(CALL, ContentCall.class);
        if (!book.holds(part)) {
            log.info("Content of connection {}: claimed anew meanwhile", part.connection());
            return;
        }
        ContentAnswer answer = read(part, exchange.getMessage().getBody(String.class));
        outcomes.settle(part, call, answer);
        if (answer.outcome() != Outcome.APPLIED && answer.outcome() != Outcome.PENDING) {
            log.info(
                    "Content {} of connection {}: {}",
                    part.part().kind(),
                    part.connection(),
                    answer.outcome());
        }
    }

    /** Has what failed here looked at again, as a call without an answer. */
    @Transactional
    public void fail(Exchange exchange) {
        SyncedPart part = exchange.getProperty(PART, SyncedPart.class);
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        log.warn("Content {} of connection {} failed", part.part().kind(), part.connection(), why);
        outcomes.failed(part, "failed here: " + why.getClass().getSimpleName());
    }

    private static ContentAnswer read(SyncedPart part, @Nullable String text) {
        try {
            return PortJson.read(text == null || text.isBlank() ? "{}" : text, ContentAnswer.class);
        } catch (IllegalArgumentException unreadable) {
            log.warn(
                    "Content {} of connection {}: {}",
                    part.part().kind(),
                    part.connection(),
                    unreadable.getMessage());
            return ContentAnswer.unknown(List.of());
        }
    }
}
