package io.serai.channel.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.WebhookRule;
import io.serai.vault.Sealer;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what channels tell by themselves in {@code ota_webhooks}, sealed, each message once. */
@Repository
class WebhookBook {

    private static final String PURPOSE = "webhook";
    private static final int MOST = 180;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final ObjectMapper json;

    WebhookBook(JdbcClient jdbc, Sealer sealer, ObjectMapper json) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.json = json;
    }

    /**
     * Keeps a call; committed when this returns. What does not say what it is about is kept as
     * unknown.
     *
     * @return false when the message was kept before
     */
    @Transactional
    public boolean keep(Channel channel, WebhookRule rule, byte[] body) {
        JsonNode said = said(body);
        String named = text(said, rule.message());
        String kind = text(said, rule.kind());
        String id = named == null ? hash(body) : named;
        int fresh =
                jdbc.sql(
                                """
                                insert into camel_messageprocessed (processorname, messageid, createdat)
                                values (?, ?, now() at time zone 'utc') on conflict do nothing
                                """)
                        .params("webhook-" + channel.folder(), id)
                        .update();
        if (fresh == 0) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into ota_webhooks (provider, kind, message_id, body_sealed, state, reason) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        channel.code(),
                        kind,
                        id,
                        sealer.seal(body, PURPOSE),
                        kind == null ? "unknown" : "received",
                        kind == null ? "does not say what it is about" : null)
                .update();
        return true;
    }

    private JsonNode said(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException unreadable) {
            return json.missingNode();
        }
    }

    private static @Nullable String text(JsonNode said, @Nullable String pointer) {
        String text = pointer == null ? "" : said.at(pointer).asText("");
        return text.isBlank() || text.length() > MOST ? null : text;
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
