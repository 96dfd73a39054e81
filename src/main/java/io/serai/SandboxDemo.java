package io.serai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.hotel.FirstHotel;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Gives a first start something to show: a hotel, open at the sandbox under the same names, and
 * connected by the statement that a hotel's own system would send. What a kill left undone the next
 * start does.
 */
@Component
class SandboxDemo implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SandboxDemo.class);
    private static final int SECRET_BYTES = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoSettings settings;
    private final SandboxSettings sandbox;
    private final SandboxBeside beside;
    private final FirstHotel firstHotel;
    private final JdbcClient jdbc;
    private boolean running;

    SandboxDemo(
            DemoSettings settings,
            SandboxSettings sandbox,
            SandboxBeside beside,
            FirstHotel firstHotel,
            JdbcClient jdbc) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.beside = beside;
        this.firstHotel = firstHotel;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        running = true;
        if (settings.enabled(beside.isRunning())) {
            firstHotel.writeIfNone();
            if (beside.isRunning()) {
                firstHotel
                        .find()
                        .ifPresent(
                                hotel ->
                                        DemoChannel.all()
                                                .forEach(channel -> connect(hotel, channel)));
            }
        }
    }

    private void connect(int hotel, DemoChannel channel) {
        var number = String.valueOf(channel.hotel());
        boolean known =
                jdbc.sql(
                                "select exists (select from third_party_integrations where provider"
                                        + " = ? and remote_hotel = ?)")
                        .params(channel.provider(), number)
                        .query(Boolean.class)
                        .single();
        if (!known) {
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
                            number,
                            FirstHotel.CODE)
                    .update();
            log.info(
                    "Hotel {} is connected with {} as {}", FirstHotel.CODE, channel.name(), number);
        }
    }

    private void open(int hotel, DemoChannel channel, String secret) {
        var desk =
                RestClient.create(
                        "http://127.0.0.1:" + sandbox.port(channel.standIn()) + "/sandbox");
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

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the sandbox, before the first route. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
