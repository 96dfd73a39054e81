package io.serai.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.wire.Answer;
import io.serai.channel.wire.Correlation;
import io.serai.channel.wire.Wire;
import io.serai.vault.CardFilling;
import io.serai.vault.CardToken;
import java.io.IOException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes calls to gateways. A card is written into a body at the last moment, and the body is
 * forgotten with the call; each call leaves a row in {@code ota_sync_logs} without any of it.
 */
class GatewayWire {

    private static final Logger log = LoggerFactory.getLogger(GatewayWire.class);

    private final Wire wire;
    private final CardFilling cards;
    private final JdbcClient jdbc;
    private final Duration deadline;
    private final Clock clock;

    GatewayWire(Wire wire, CardFilling cards, JdbcClient jdbc, Duration deadline, Clock clock) {
        this.wire = wire;
        this.cards = cards;
        this.jdbc = jdbc;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * A call to a gateway.
     *
     * @param name of the call, for the log
     * @param key of the charge or refund that it is for
     * @param body with places for the card, if there is one
     * @param quoting how a value is written in the body
     */
    record Post(
            String name,
            UUID key,
            String url,
            ContentType type,
            Map<String, String> headers,
            String body,
            UnaryOperator<String> quoting,
            @Nullable CardToken card) {}

    /**
     * A question to a gateway, which does nothing.
     *
     * @param name of the call, for the log
     * @param key of the charge or refund that it is about
     */
    record Get(String name, UUID key, String url, Map<String, String> headers) {}

    /** Whether a card's security code can be sent. */
    boolean hasCode(CardToken card) {
        return cards.hasCode(card);
    }

    /** Makes a call; fails as {@link Wire#call} does. */
    Answer send(Post post) throws IOException {
        HttpPost request = new HttpPost(post.url());
        post.headers().forEach(request::setHeader);
        String body =
                post.card() == null
                        ? post.body()
                        : cards.fill(post.card(), post.body(), post.quoting());
        request.setEntity(new ByteArrayEntity(body.getBytes(UTF_8), post.type()));
        return call(post.name(), post.key(), request, post.body().length());
    }

    /** Asks; fails as {@link Wire#call} does. */
    Answer ask(Get get) throws IOException {
        HttpGet request = new HttpGet(get.url());
        get.headers().forEach(request::setHeader);
        return call(get.name(), get.key(), request, 0);
    }

    private Answer call(String name, UUID key, HttpUriRequestBase request, int sent)
            throws IOException {
        Instant began = clock.instant();
        try (Correlation.During asked = Correlation.during(key.toString())) {
            Answer answer = wire.call(request, deadline);
            record(name, key, request, sent, began, answer);
            return answer;
        } catch (IOException failed) {
            record(name, key, request, sent, began, null);
            throw failed;
        }
    }

    private void record(
            String name,
            UUID key,
            HttpUriRequestBase request,
            int sent,
            Instant began,
            @Nullable Answer answer) {
        try {
            jdbc.sql(
                            """
                            insert into ota_sync_logs (at, kind, name, method, path, status, outcome, sent_bytes, answer_bytes, took_ms,
                                                       hotel_id, who, correlation)
                            select cast(:at as timestamptz), 'call', cast(:name as text), cast(:method as text), cast(:path as text), cast(:status as integer), cast(:outcome as text), cast(:sent as integer), cast(:received as integer), cast(:took as integer), a.hotel_id, a.asked_by, cast(:key as text)
                              from (select 1) one left join payment_acts a on a.key = cast(:key as uuid)
                            """)
                    .param("at", OffsetDateTime.ofInstant(began, ZoneOffset.UTC))
                    .param("name", name)
                    .param("method", request.getMethod())
                    .param("key", key.toString())
                    .param("path", request.getPath().split("[?]", 2)[0])
                    .param("status", answer == null ? null : answer.status(), Types.INTEGER)
                    .param("outcome", answer == null ? "no-answer" : "answered")
                    .param("sent", sent)
                    .param("received", answer == null ? 0 : answer.body().length)
                    .param("took", (int) Duration.between(began, clock.instant()).toMillis())
                    .update();
        } catch (DataAccessException away) {
            log.warn("Forgot a call to a gateway ({}): it could not be written", name, away);
        }
    }
}
