package io.serai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.hotel.FirstHotel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/**
 * Opens the first hotel at a stand-in and connects it there, once, whatever number of instances
 * try: whoever comes second finds it done, or comes again. A channel that has another address than
 * its stand-in is never called.
 */
@Component
class DemoConnecting {

    private static final Logger log = LoggerFactory.getLogger(DemoConnecting.class);
    private static final int SECRET_BYTES = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxSettings sandbox;
    private final Environment settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RestClient.Builder desks;

    DemoConnecting(
            SandboxSettings sandbox,
            Environment settings,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        var calls = new SimpleClientHttpRequestFactory();
        calls.setConnectTimeout(Duration.ofSeconds(1));
        calls.setReadTimeout(Duration.ofSeconds(10));
        this.desks = RestClient.builder().requestFactory(calls);
    }

    /** Whether a stand-in is told of, and every address of its channel is the stand-in's. */
    boolean isMeant(DemoChannel channel) {
        var url = sandbox.url(channel.standIn());
        if (url == null) {
            return false;
        }
        var folder = "serai.channels." + channel.folder();
        var elsewhere =
                Binder.get(settings)
                        .bind(folder, Bindable.mapOf(String.class, Object.class))
                        .orElse(Map.of())
                        .keySet()
                        .stream()
                        .filter(key -> key.endsWith("url"))
                        .map(key -> folder + "." + key)
                        .filter(name -> !settings.getRequiredProperty(name).equals(url))
                        .findFirst();
        elsewhere.ifPresent(
                name ->
                        log.warn(
                                "{} is not connected with {}: {} is '{}' (expected: the stand-in's"
                                        + " address, '{}')",
                                FirstHotel.CODE,
                                channel.name(),
                                name,
                                settings.getProperty(name),
                                url));
        return elsewhere.isEmpty();
    }

    /**
     * Connects a hotel if it is not, and says whether it is; false where another instance is about
     * to.
     *
     * @throws org.springframework.web.client.RestClientException where the stand-in does not answer
     */
    boolean isConnected(int hotel, DemoChannel channel) {
        return Objects.requireNonNull(
                transaction.execute(status -> isKnown(channel) || connect(hotel, channel)));
    }

    private boolean isKnown(DemoChannel channel) {
        return jdbc.sql(
                        "select exists (select from third_party_integrations where provider = ?"
                                + " and remote_hotel = ?)")
                .params(channel.provider(), String.valueOf(channel.hotel()))
                .query(Boolean.class)
                .single();
    }

    /** The secret that the stand-in was told and the one that is written are the same. */
    private boolean connect(int hotel, DemoChannel channel) {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtext('demo ' || ?))")
                .param(channel.provider())
                .query(Boolean.class)
                .single()) {
            return false;
        }
        if (isKnown(channel)) {
            return true;
        }
        var secret = secret();
        open(hotel, channel, secret);
        jdbc.sql(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                        values (?, 'ota', ?, ?::jsonb,
                                jsonb_build_object('test_mode', true, ?::text, ?::text, 'hotel', ?::text), true, 'active')
                        """)
                .params(
                        channel.name(),
                        channel.provider(),
                        json(channel.credentials(secret)),
                        channel.hotelKey(),
                        String.valueOf(channel.hotel()),
                        FirstHotel.CODE)
                .update();
        log.info(
                "Hotel {} is connected with {} as {}",
                FirstHotel.CODE,
                channel.name(),
                channel.hotel());
        return true;
    }

    private void open(int hotel, DemoChannel channel, String secret) {
        var desk = desks.baseUrl(sandbox.url(channel.standIn()) + "/sandbox").build();
        desk.put()
                .uri("/accounts/{account}", channel.account())
                .body(Map.of("secret", secret))
                .retrieve()
                .toBodilessEntity();
        desk.put()
                .uri("/hotels/{hotel}", channel.hotel())
                .body(new DemoHotel(channel, jdbc).form(hotel))
                .retrieve()
                .toBodilessEntity();
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("credentials cannot be written", e);
        }
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
