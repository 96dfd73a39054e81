package io.serai.reservation.hook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.serai.channel.wire.Deadlines;
import io.serai.channel.wire.Wire;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls receivers as Standard Webhooks says (standardwebhooks.com, version 1). Of an answer nothing
 * is read but its head; redirects are not followed, and no connection is used twice.
 */
@Component
class HookWire implements AutoCloseable {

    private final HookSettings settings;
    private final Clock clock;
    private final Deadlines deadlines;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;

    HookWire(HookSettings settings, HookAddresses addresses, Wire wire, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.deadlines = wire.deadlines();
        Timeout deadline = Timeout.ofMilliseconds(settings.deadline().toMillis());
        this.connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setMaxConnTotal(settings.workers())
                        .setMaxConnPerRoute(settings.workers())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(deadline)
                                        .setSocketTimeout(deadline)
                                        .build())
                        .build();
        this.client =
                wire.configure(HttpClientBuilder.create())
                        .setConnectionManager(connections)
                        .setConnectionReuseStrategy((request, response, context) -> false)
                        .build();
    }

    /**
     * Returns the status with which the message was taken.
     *
     * @throws HookNotTaken when the answer says otherwise
     * @throws IOException when there was none within the deadline
     */
    int post(HookMessage message) throws IOException {
        HttpPost request = new HttpPost(message.url());
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", Long.toString(message.timestamp()));
        request.setHeader("webhook-signature", signatures(message));
        request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        try (Deadlines.Watch watch = deadlines.watch(request, settings.deadline())) {
            ClassicHttpResponse answer = head(request, message, watch);
            request.cancel(); // else closing it would read the body to its end
            Closer.closeQuietly(answer);
            if (answer.getCode() / 100 != 2) {
                throw new HookNotTaken(
                        answer.getCode(), delay(answer.getFirstHeader("Retry-After")));
            }
            return answer.getCode();
        }
    }

    private ClassicHttpResponse head(HttpPost request, HookMessage message, Deadlines.Watch watch)
            throws IOException {
        try {
            return client.executeOpen(null, request, null);
        } catch (IOException failed) {
            throw Wire.failure(
                    message.toString(), failed, watch.cut() ? settings.deadline() : null);
        }
    }

    /** One a secret, the present one's first. */
    private static String signatures(HookMessage message) {
        return String.join(
                " ", message.secrets().stream().map(secret -> signature(secret, message)).toList());
    }

    private static String signature(String secret, HookMessage message) {
        try {
            return new Webhook(secret).sign(message.id(), message.timestamp(), message.body());
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(message + ": cannot be signed", e);
        }
    }

    /** Seconds, or a date; what is neither says nothing. */
    private Duration delay(@Nullable Header wished) {
        String value = wished == null ? "" : wished.getValue().strip();
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant date = DateUtils.parseStandardDate(value);
        Duration until = date == null ? Duration.ZERO : Duration.between(clock.instant(), date);
        return until.isNegative() ? Duration.ZERO : until;
    }

    @Override
    public void close() throws IOException {
        client.close();
        connections.close();
    }
}
