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
     * Keeps a call; committed when this returns. It is known by its own name and by what it is
     * about: when either was kept before, it is not. All of it is one statement, a transaction by
     * itself: a further turn to the database would cost a busy machine as much as the writing does.
     *
     * @param body without cards
     * @param state {@code received}; or {@code unknown} when it lacks what its rule says it has,
     *     {@code malformed} when it cannot be read
     * @return false when the message was kept before
     */
    boolean keep(ReceivedCall call, CallNames names, byte[] body, String state) {
        String name = names.message() == null ? hash(body) : names.message();
        String about =
                names.business() == null ? null : "about:" + hash(names.business().getBytes(UTF_8));
        Duration waits = call.hook().rule().waits(call.kind());
        return jdbc.sql(
                                """
                                with named as (
                                     insert into camel_messageprocessed (processorname, messageid, createdat)
                                     values (:hook, :name, now() at time zone 'utc') on conflict do nothing returning 1),
                                about as (
                                     insert into camel_messageprocessed (processorname, messageid, createdat)
                                     select :hook, :about::text, now() at time zone 'utc'
                                      where :about::text is not null and exists (select from named) on conflict do nothing returning 1)
                                insert into ota_webhooks (provider, hook, account_id, hotel_id, kind, message_id, body_sealed, original_id, state, reason, confirm_by)
                                select :provider, :webhook, :account::bigint,
                                       (select min(c.hotel_id) from third_party_integrations c
                                         where c.provider = :provider and c.remote_hotel = :hotel::text and c.state <> 'disconnected'),
                                       :kind, :name, :body, :original::bigint, :state, :reason,
                                       now() + make_interval(secs => :waits::double precision)
                                 where exists (select from named) and (:about::text is null or exists (select from about))
                                """)
                        .param("hook", "webhook-" + call.hook().key())
                        .param("name", name)
                        .param("about", about)
                        .param("provider", call.hook().channel().code())
                        .param("webhook", call.hook().name())
                        .param("account", call.account())
                        .param("hotel", names.hotel())
                        .param("kind", call.kind())
                        .param("body", sealer.seal(body, PURPOSE))
                        .param("original", call.original())
                        .param("state", state)
                        .param("reason", reason(state))
                        .param("waits", waits == null ? null : (double) waits.toSeconds())
                        .update()
                == 1;
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

    static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
