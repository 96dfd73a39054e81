package io.serai.channel.webhook;

import com.nimbusds.jwt.SignedJWT;
import io.serai.channel.WebhookJwt;
import io.serai.channel.WebhookLogin;
import io.serai.channel.WebhookRule;
import io.serai.channel.account.AccountLogin;
import io.serai.channel.door.ReceivedBody;
import io.serai.vault.SealBroken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.cert.X509Certificate;
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
    private static final Shown ANYBODY = credentials -> true;

    private final KnownLogins logins;
    private final WebhookTokens ours;
    private final ChannelTokens theirs;
    private final CallerCertificates certificates;
    private final Clock clock;

    WebhookProofs(
            KnownLogins logins,
            WebhookTokens ours,
            ChannelTokens theirs,
            CallerCertificates certificates,
            Clock clock) {
        this.logins = logins;
        this.ours = ours;
        this.theirs = theirs;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Whether a call's headers leave it possible; costs no look into the database. */
    boolean mayBe(Hook hook, HttpServletRequest call) {
        WebhookRule rule = hook.rule();
        boolean keyed = rule.key() == null || call.getHeader(rule.key().header()) != null;
        return keyed
                && switch (rule.verifier()) {
                    case "bearer-jwt" -> showsToken(hook, call);
                    case "basic" -> BasicLogin.read(call.getHeader(rule.header())) != null;
                    case "client-certificate" -> showsCertificate(rule, call);
                    case "header", "body-login" -> true;
                    default -> signed(rule, call).isTimely(clock.instant());
                };
    }

    /**
     * The accounts a call is proved for; empty when it is not proved. What proves the channel alone
     * proves a call for each of its accounts.
     *
     * @throws SealBroken when it is proved for none, but an account's credentials do not open: the
     *     call may be theirs
     * @throws ProofAway when what it is proved with cannot be had now
     */
    Optional<List<Long>> prove(Hook hook, HttpServletRequest call, byte[] body) {
        WebhookRule rule = hook.rule();
        if (rule.token() != null && rule.token().keys() != null && !isSignedByKeys(rule, call)) {
            return Optional.empty();
        }
        String provider = hook.channel().code();
        List<AccountLogin> known = logins.of(provider);
        if (rule.provesChannel() && rule.key() == null) {
            return Optional.of(known.stream().map(AccountLogin::account).toList());
        }
        Shown shown = key(rule, call).and(shown(rule, call, body));
        List<Long> proved = proved(known, shown);
        if (!proved.isEmpty()) {
            return Optional.of(proved);
        }
        known = logins.now(provider).orElse(known);
        proved = proved(known, shown);
        if (!proved.isEmpty()) {
            return Optional.of(proved);
        }
        for (AccountLogin login : known) {
            if (login.broken() != null) {
                throw login.broken();
            }
        }
        return Optional.empty();
    }

    private static List<Long> proved(List<AccountLogin> logins, Shown shown) {
        return logins.stream()
                .filter(login -> login.broken() == null)
                .filter(login -> shown.fits(login.credentials()))
                .map(AccountLogin::account)
                .toList();
    }

    private static Shown key(WebhookRule rule, HttpServletRequest call) {
        WebhookRule.Key key = rule.key();
        return key == null ? ANYBODY : Shown.of(key.credential(), call.getHeader(key.header()));
    }

    private Shown shown(WebhookRule rule, HttpServletRequest call, byte[] body) {
        if (rule.provesChannel()) {
            return ANYBODY;
        }
        return switch (rule.verifier()) {
            case "bearer-jwt" -> secret(rule, call);
            case "basic" -> login(rule.login(), BasicLogin.read(call.getHeader(rule.header())));
            case "header" -> ANYBODY;
            case "body-login" -> login(rule.login(), inBody(rule.login(), call, body));
            case "client-certificate" ->
                    CallerCertificates.pinned(
                            rule.certificate(), certificates.of(rule.certificate(), call));
            default -> signed(rule, call).of(rule, body);
        };
    }

    private static Shown login(WebhookLogin names, @Nullable BasicLogin shown) {
        return shown == null
                ? Shown.NOTHING
                : Shown.of(names.user(), shown.user())
                        .and(Shown.of(names.password(), shown.password()));
    }

    private static @Nullable BasicLogin inBody(
            WebhookLogin names, HttpServletRequest call, byte[] body) {
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
        return new SignedCall(
                rule.signature(),
                header(call, rule.signature().id()),
                header(call, rule.signature().timestamp()),
                call.getHeader(rule.header()));
    }

    private boolean showsCertificate(WebhookRule rule, HttpServletRequest call) {
        X509Certificate shown = certificates.of(rule.certificate(), call);
        return shown != null
                && (!rule.provesChannel() || CallerCertificates.isNamed(rule.certificate(), shown));
    }

    private boolean showsToken(Hook hook, HttpServletRequest call) {
        WebhookJwt rule = hook.rule().token();
        String shown = bearer(hook.rule(), call);
        return rule == null
                ? ours.isGood(hook.channel().folder(), shown)
                : theirs.read(rule, shown) != null;
    }

    private boolean isSignedByKeys(WebhookRule rule, HttpServletRequest call) {
        WebhookJwt token = Objects.requireNonNull(rule.token());
        SignedJWT shown = theirs.read(token, bearer(rule, call));
        return shown != null
                && theirs.isSignedByKeys(Objects.requireNonNull(token.keys()), token, shown);
    }

    private Shown secret(WebhookRule rule, HttpServletRequest call) {
        WebhookJwt token = Objects.requireNonNull(rule.token());
        SignedJWT shown = theirs.read(token, bearer(rule, call));
        return shown == null ? Shown.NOTHING : ChannelTokens.signed(token, shown);
    }

    /** The token after the word; empty where there is none. */
    private static String bearer(WebhookRule rule, HttpServletRequest call) {
        String shown = Objects.requireNonNullElse(call.getHeader(rule.header()), "");
        return shown.startsWith(BEARER) ? shown.substring(BEARER.length()) : "";
    }

    private static @Nullable String header(HttpServletRequest call, @Nullable String name) {
        return name == null ? null : call.getHeader(name);
    }
}
