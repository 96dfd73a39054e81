package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.WebhookRule;
import io.serai.channel.door.CardsOut;
import io.serai.channel.door.ReceivedBody;
import io.serai.vault.SealedOriginals;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a proved call in: sealed and committed before anything is done with it. */
@Component
class WebhookIntake {

    private static final String BEARER = "bearer-jwt";

    private final JdbcClient jdbc;
    private final WebhookBook book;
    private final SealedOriginals originals;
    private final CardsOut cards;

    WebhookIntake(JdbcClient jdbc, WebhookBook book, SealedOriginals originals, CardsOut cards) {
        this.jdbc = jdbc;
        this.book = book;
        this.originals = originals;
        this.cards = cards;
    }

    /**
     * What a call became.
     *
     * @param fresh false when it was kept before
     */
    record Taken(ReceivedCall call, boolean fresh) {}

    /**
     * Takes a call in; what it holds is committed when this returns.
     *
     * @param accounts those it is proved for
     * @throws IOException when it is to be answered at once and cannot be read
     */
    Taken take(Hook hook, List<Long> accounts, byte[] body, @Nullable String type)
            throws IOException {
        ReceivedBody read = null;
        IOException odd = null;
        try {
            read = ReceivedBody.read(body, type);
        } catch (IOException unreadable) {
            odd = unreadable;
        }
        WebhookRule rule = hook.rule();
        boolean waits = rule.answeredBy() != null;
        boolean secret = !hook.cards().isEmpty() || rule.login().passwordAt() != null;
        Long account = account(hook, accounts, text(read, rule.hotel()));
        Long original =
                account != null && (waits || secret)
                        ? originals.put(account, hook.key(), body)
                        : null;
        if (waits && odd != null) {
            throw odd;
        }
        String kind = text(read, rule.kind());
        String safe = read == null || account == null ? null : safe(hook, account, read);
        ReceivedCall call =
                new ReceivedCall(
                        hook, account, original, kind, Objects.requireNonNullElse(safe, ""));
        if (waits) {
            return new Taken(call, true);
        }
        return new Taken(
                call,
                book.keep(
                        call,
                        text(read, rule.message()),
                        secret && safe != null ? safe.getBytes(UTF_8) : body,
                        read == null || rule.kind() != null && kind == null));
    }

    private String safe(Hook hook, long account, ReceivedBody read) throws IOException {
        cards.take(read, account, hook.key(), hook.cards());
        String password = hook.rule().login().passwordAt();
        if (password != null) {
            read.empty(password);
        }
        return read.text();
    }

    /** Of several accounts that fit, the one that serves the hotel; else the first, if proved. */
    private @Nullable Long account(Hook hook, List<Long> accounts, @Nullable String hotel) {
        if (accounts.size() == 1) {
            return accounts.get(0);
        }
        if (accounts.isEmpty()) {
            return null;
        }
        Long serving =
                hotel == null
                        ? null
                        : jdbc.sql(
                                        """
                                        select min(account_id) from third_party_integrations
                                         where provider = ? and remote_hotel = ? and account_id = any (?) and state <> 'disconnected'
                                        """)
                                .params(hook.channel().code(), hotel, accounts.toArray(Long[]::new))
                                .query(Long.class)
                                .optional()
                                .orElse(null);
        boolean proved = !hook.rule().verifier().equals(BEARER);
        return serving != null || !proved ? serving : Objects.requireNonNull(accounts.get(0));
    }

    private static @Nullable String text(@Nullable ReceivedBody body, @Nullable String path) {
        String text = body == null || path == null ? null : body.text(path);
        return text == null || text.isBlank() || text.length() > WebhookBook.MOST ? null : text;
    }
}
