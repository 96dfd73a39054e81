package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.WebhookRule;
import io.serai.channel.door.CardsOut;
import io.serai.channel.door.ReceivedBody;
import io.serai.vault.SealedOriginals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a proved call in: sealed and committed before anything is done with it. */
@Component
class WebhookIntake {

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
     * @param malformed whether it is neither XML nor JSON, so that it never will be
     */
    record Taken(ReceivedCall call, boolean fresh, boolean malformed) {}

    /**
     * Takes a call in; what it holds is committed when this returns.
     *
     * @param accounts those it is proved for
     * @param named what a header calls it; null when none does
     */
    Taken take(
            Hook hook,
            List<Long> accounts,
            @Nullable String named,
            byte[] body,
            @Nullable String type) {
        ReceivedBody read = read(body, type);
        WebhookRule rule = hook.rule();
        boolean waits = rule.answeredBy() != null;
        boolean secret = !hook.cards().isEmpty() || rule.login().passwordAt() != null;
        String hotel = text(read, rule.hotel());
        Long account = account(hook, accounts, hotel);
        Long original =
                account != null && (waits || secret)
                        ? originals.put(account, hook.key(), body)
                        : null;
        String safe =
                read == null || account == null || !waits && !secret
                        ? null
                        : safe(hook, account, read);
        ReceivedCall call =
                new ReceivedCall(
                        hook,
                        account,
                        original,
                        text(read, rule.kind()),
                        Objects.requireNonNullElse(safe, ""));
        if (waits && read != null) {
            return new Taken(call, true, false);
        }
        byte[] kept = secret ? kept(hook, read, safe, body) : body;
        String message = text(read, rule.message());
        boolean fresh =
                book.keep(
                        call,
                        new CallNames(
                                message == null ? shortened(named) : message,
                                business(hook, call, read),
                                hotel),
                        kept,
                        read == null ? "malformed" : missesKind(call) ? "unknown" : "received");
        return new Taken(call, fresh, read == null);
    }

    /** Null when it is neither XML nor JSON: the same bytes will not be, either. */
    private static @Nullable ReceivedBody read(byte[] body, @Nullable String type) {
        try {
            return ReceivedBody.read(body, type);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static boolean missesKind(ReceivedCall call) {
        return call.hook().rule().kind() != null && call.kind() == null;
    }

    /** What it is about, where all of it is said. */
    private static @Nullable String business(
            Hook hook, ReceivedCall call, @Nullable ReceivedBody read) {
        List<String> parts = new ArrayList<>();
        parts.add(Objects.requireNonNullElse(call.kind(), ""));
        for (String path : hook.rule().businessKey()) {
            String part = read == null ? null : read.text(path);
            if (part == null || part.isBlank()) {
                return null;
            }
            parts.add(part.length() + ":" + part);
        }
        return parts.size() == 1 ? null : String.join("\n", parts);
    }

    private String safe(Hook hook, long account, ReceivedBody read) {
        cards.take(read, account, hook.key(), hook.cards());
        return withoutPassword(hook, read);
    }

    /**
     * What is kept of a call that may hold cards: without them where no vault could take them, and
     * only how long it is and its hash where nobody can tell where in it they are.
     */
    private static byte[] kept(
            Hook hook, @Nullable ReceivedBody read, @Nullable String safe, byte[] body) {
        if (read == null) {
            return (body.length + " bytes, SHA-256 " + WebhookBook.hash(body)).getBytes(UTF_8);
        }
        if (safe != null) {
            return safe.getBytes(UTF_8);
        }
        hook.cards().forEach(read::empty);
        return withoutPassword(hook, read).getBytes(UTF_8);
    }

    private static String withoutPassword(Hook hook, ReceivedBody read) {
        String password = hook.rule().login().passwordAt();
        if (password != null) {
            read.empty(password);
        }
        try {
            return read.text();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
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
        boolean proved = !hook.rule().provesChannel();
        return serving != null || !proved ? serving : Objects.requireNonNull(accounts.get(0));
    }

    private static @Nullable String text(@Nullable ReceivedBody body, @Nullable String path) {
        return shortened(body == null || path == null ? null : body.text(path));
    }

    /** A name that is too long to be kept is none, nor is one with control characters. */
    private static @Nullable String shortened(@Nullable String text) {
        return text == null
                        || text.isBlank()
                        || text.length() > WebhookBook.MOST
                        || text.chars().anyMatch(Character::isISOControl)
                ? null
                : text;
    }
}
