package io.serai.channel.webhook;

import io.serai.channel.WebhookRule;
import io.serai.channel.WebhookRule.Login;
import io.serai.channel.account.AccountLogin;
import io.serai.channel.account.ChannelAccounts;
import io.serai.channel.door.ReceivedBody;
import io.serai.vault.SealBroken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whether a call is a channel's, and for which of that channel's accounts it is. */
@Component
class WebhookProofs {

    private static final String BEARER = "Bearer ";

    private final ChannelAccounts accounts;
    private final WebhookTokens tokens;
    private final Clock clock;

    WebhookProofs(ChannelAccounts accounts, WebhookTokens tokens, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether a call's headers leave it possible; costs no look into the database. */
    boolean mayBe(Hook hook, HttpServletRequest call) {
        WebhookRule rule = hook.rule();
        boolean keyed = rule.key() == null || call.getHeader(rule.key().header()) != null;
        return keyed
                && switch (rule.verifier()) {
                    case "bearer-jwt" -> showsToken(hook, call);
                    case "hmac-sha256" -> signed(rule, call).isTimely(clock.instant());
                    case "basic" -> BasicLogin.read(call.getHeader(rule.header())) != null;
                    case "header" -> rule.key() != null;
                    default -> true;
                };
    }

    /**
     * The accounts a call is proved for; empty when it is not proved. A token proves the channel
     * alone, so that it proves a call for each of its accounts.
     *
     * @throws SealBroken when it is proved for none, but an account's credentials do not open: the
     *     call may be theirs
     */
    Optional<List<Long>> prove(Hook hook, HttpServletRequest call, byte[] body) {
        if (hook.rule().verifier().equals("bearer-jwt")) {
            return Optional.of(accounts.at(hook.channel().code()));
        }
        List<AccountLogin> logins = accounts.logins(hook.channel().code());
        Shown shown = shown(hook.rule(), call, body);
        List<Long> proved =
                logins.stream()
                        .filter(login -> login.broken() == null)
                        .filter(login -> shown.fits(login.credentials()))
                        .map(AccountLogin::account)
                        .toList();
        if (!proved.isEmpty()) {
            return Optional.of(proved);
        }
        for (AccountLogin login : logins) {
            if (login.broken() != null) {
                throw login.broken();
            }
        }
        return Optional.empty();
    }

    private Shown shown(WebhookRule rule, HttpServletRequest call, byte[] body) {
        WebhookRule.Key key = rule.key();
        Shown keyed =
                key == null
                        ? credentials -> true
                        : Shown.of(key.credential(), call.getHeader(key.header()));
        return switch (rule.verifier()) {
            case "hmac-sha256" -> keyed.and(signed(rule, call).of(rule, body));
            case "basic" ->
                    keyed.and(login(rule.login(), BasicLogin.read(call.getHeader(rule.header()))));
            case "header" -> keyed;
            default -> keyed.and(login(rule.login(), inBody(rule.login(), call, body)));
        };
    }

    private static Shown login(Login names, @Nullable BasicLogin shown) {
        return shown == null
                ? Shown.NOTHING
                : Shown.of(names.user(), shown.user())
                        .and(Shown.of(names.password(), shown.password()));
    }

    private static @Nullable BasicLogin inBody(Login names, HttpServletRequest call, byte[] body) {
        try {
            ReceivedBody read = ReceivedBody.read(body, call.getContentType());
            String user = read.text(Objects.requireNonNull(names.userAt()));
            String password = read.text(Objects.requireNonNull(names.passwordAt()));
            return user == null || password == null ? null : new BasicLogin(user, password);
        } catch (IOException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static SignedCall signed(WebhookRule rule, HttpServletRequest call) {
        String header = rule.signature().timestamp();
        return new SignedCall(
                rule.signature(),
                header == null ? null : call.getHeader(header),
                call.getHeader(rule.header()));
    }

    private boolean showsToken(Hook hook, HttpServletRequest call) {
        String shown = Objects.requireNonNullElse(call.getHeader(hook.rule().header()), "");
        return shown.startsWith(BEARER)
                && tokens.isGood(hook.channel().folder(), shown.substring(BEARER.length()));
    }
}
