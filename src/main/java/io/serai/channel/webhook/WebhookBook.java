package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.vault.Sealer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what channels tell by themselves in {@code ota_webhooks}, sealed, each message once. */
@Repository
class WebhookBook {

    static final String PURPOSE = "webhook";

    /** The longest name of a message and of what it is about. */
    static final int MOST = 180;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final KeptTogether together;

    WebhookBook(JdbcClient jdbc, Sealer sealer, KeptTogether together) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.together = together;
    }

    /**
     * Keeps a call; committed when this returns. It is known by its own name and by what it is
     * about: when either was kept before, it is not. What comes at the same moment is written
     * together.
     *
     * @param body without cards
     * @param state {@code received}; or {@code unknown} when it lacks what its rule says it has,
     *     {@code malformed} when it cannot be read
     * @return false when the message was kept before
     * @throws TooManyWait when it was not tried
     */
    boolean keep(ReceivedCall call, CallNames names, byte[] body, String state) {
        Hook hook = call.hook();
        Duration waits = hook.rule().waits(call.kind());
        return together.keep(
                new CallRow(
                        "webhook-" + hook.key(),
                        names.message() == null ? hash(body) : names.message(),
                        names.business() == null
                                ? null
                                : "about:" + hash(names.business().getBytes(UTF_8)),
                        hook.channel().code(),
                        hook.name(),
                        call.account(),
                        names.hotel(),
                        call.kind(),
                        sealer.seal(body, PURPOSE),
                        call.original(),
                        state,
                        reason(state),
                        waits == null ? null : (double) waits.toSeconds()));
    }

    private static @Nullable String reason(String state) {
        return switch (state) {
            case "unknown" -> "does not say what it is about";
            case "malformed" -> "neither JSON nor XML";
            default -> null;
        };
    }

    /**
     * A kept call's body.
     *
     * @throws IllegalArgumentException when it is kept no more
     */
    byte[] open(long id) {
        return jdbc.sql(
                        "select body_sealed from ota_webhooks where id = ? and body_sealed is not null")
                .param(id)
                .query((row, number) -> sealer.open(row.getBytes(1), PURPOSE))
                .optional()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "webhook call "
                                                + id
                                                + " (expected: one whose body is kept)"));
    }

    static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
