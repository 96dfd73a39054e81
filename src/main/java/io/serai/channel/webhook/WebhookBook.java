package io.serai.channel.webhook;

import io.serai.vault.Sealer;
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

    /** The longest name of a message and of what it is about. */
    static final int MOST = 180;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    WebhookBook(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * Keeps a call; committed when this returns. What does not say what it is about is kept as
     * unknown.
     *
     * @param message what it calls itself; null: its hash is its name
     * @param body without cards
     * @param odd whether it cannot be read, or lacks what its rule says it has
     * @return false when the message was kept before
     */
    @Transactional
    public boolean keep(ReceivedCall call, @Nullable String message, byte[] body, boolean odd) {
        String id = message == null ? hash(body) : message;
        int fresh =
                jdbc.sql(
                                """
                                insert into camel_messageprocessed (processorname, messageid, createdat)
                                values (?, ?, now() at time zone 'utc') on conflict do nothing
                                """)
                        .params("webhook-" + call.hook().key(), id)
                        .update();
        if (fresh == 0) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into ota_webhooks (provider, hook, account_id, kind, message_id, body_sealed, original_id, state, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        call.hook().channel().code(),
                        call.hook().name(),
                        call.account(),
                        call.kind(),
                        id,
                        sealer.seal(body, PURPOSE),
                        call.original(),
                        odd ? "unknown" : "received",
                        odd ? "does not say what it is about" : null)
                .update();
        return true;
    }

    /** A kept call's body. */
    byte[] open(long id) {
        return jdbc.sql("select body_sealed from ota_webhooks where id = ?")
                .param(id)
                .query((row, number) -> sealer.open(row.getBytes(1), PURPOSE))
                .single();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
