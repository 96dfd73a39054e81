package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.vault.Sealer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what channels tell by themselves in {@code ota_webhooks}, sealed, each message once. */
@Repository
class WebhookBook {

    private static final String PURPOSE = "webhook";

    /** The longest name of a message and of what it is about. */
    static final int MOST = 180;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final TransactionTemplate transaction;

    WebhookBook(JdbcClient jdbc, Sealer sealer, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.transaction = transaction;
    }

    /**
     * Keeps a call; committed when this returns. It is known by its own name and by what it is
     * about: when either was kept before, nothing is written.
     *
     * @param body without cards
     * @param state {@code received}; or {@code unknown} when it lacks what its rule says it has,
     *     {@code malformed} when it cannot be read
     * @return false when the message was kept before
     */
    boolean keep(ReceivedCall call, CallNames names, byte[] body, String state) {
        List<String> keys = new ArrayList<>();
        keys.add(names.message() == null ? hash(body) : names.message());
        if (names.business() != null) {
            keys.add("about:" + hash(names.business().getBytes(UTF_8)));
        }
        byte[] sealed = sealer.seal(body, PURPOSE);
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            boolean fresh = insert(call, names.hotel(), keys, sealed, state) == 1;
                            if (!fresh) {
                                status.setRollbackOnly();
                            }
                            return fresh;
                        }));
    }

    private int insert(
            ReceivedCall call,
            @Nullable String hotel,
            List<String> keys,
            byte[] sealed,
            String state) {
        Duration waits = call.hook().rule().waits(call.kind());
        return jdbc.sql(
                        """
                        with fresh as (
                             insert into camel_messageprocessed (processorname, messageid, createdat)
                             select ?, key, now() at time zone 'utc' from unnest(?::text[]) key on conflict do nothing
                             returning messageid)
                        insert into ota_webhooks (provider, hook, account_id, hotel_id, kind, message_id, body_sealed, original_id, state, reason, confirm_by)
                        select ?, ?, ?, (select min(c.hotel_id) from third_party_integrations c
                                          where c.provider = ? and c.remote_hotel = ? and c.state <> 'disconnected'),
                               ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?)
                         where (select count(*) from fresh) = ?
                        """)
                .params(
                        Arrays.asList(
                                "webhook-" + call.hook().key(),
                                keys.toArray(String[]::new),
                                call.hook().channel().code(),
                                call.hook().name(),
                                call.account(),
                                call.hook().channel().code(),
                                hotel,
                                call.kind(),
                                keys.get(0),
                                sealed,
                                call.original(),
                                state,
                                reason(state),
                                waits == null ? null : (double) waits.toSeconds(),
                                keys.size()))
                .update();
    }

    private static @Nullable String reason(String state) {
        return switch (state) {
            case "unknown" -> "does not say what it is about";
            case "malformed" -> "neither JSON nor XML";
            default -> null;
        };
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
