package io.serai.channel.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.Channels;
import io.serai.channel.account.CredentialMissing;
import io.serai.channel.wire.CallsIn;
import io.serai.vault.SealBroken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before every route that webhooks reach: limits a call, proves it, seals it and commits it.
 * Routes get it with nothing in it. What is not proved leaves a count and nothing else.
 */
final class WebhookDoor extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);

    /** When a call that could not be kept may come again. */
    private static final String SECONDS = "5";

    private final Channels channels;
    private final WebhookProofs proofs;
    private final WebhookIntake intake;
    private final WebhookSettings settings;
    private final MeterRegistry meters;

    WebhookDoor(
            Channels channels,
            WebhookProofs proofs,
            WebhookIntake intake,
            WebhookSettings settings,
            MeterRegistry meters) {
        this.channels = channels;
        this.proofs = proofs;
        this.intake = intake;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OneAddress.asked(request).endsWith("/token");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Hook> hook = Hook.at(OneAddress.asked(request), channels);
        if (hook.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals(hook.get().rule().registration())) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!proofs.mayBe(hook.get(), request)) {
            refuse(hook.get(), response);
        } else {
            receive(hook.get(), request, response, chain);
        }
    }

    private void receive(
            Hook hook, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            int most = (int) settings.maxBody().toBytes();
            body = SentBody.read(request, most, settings.readTimeout());
        } catch (SentBody.TooLarge large) {
            cut(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        } catch (SentBody.TooSlow slow) {
            cut(response, HttpServletResponse.SC_REQUEST_TIMEOUT);
            return;
        }
        try {
            Optional<List<Long>> accounts = proofs.prove(hook, request, body);
            if (accounts.isEmpty()) {
                refuse(hook, response);
                return;
            }
            WebhookIntake.Taken taken =
                    intake.take(
                            hook,
                            accounts.get(),
                            named(hook, request),
                            body,
                            request.getContentType());
            count(hook, taken);
            CallsIn.by(
                    request,
                    "channel:" + hook.channel().folder(),
                    hook.key(),
                    taken.call().account());
            if (taken.malformed()) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            request.setAttribute(ReceivedCall.ATTRIBUTE, taken.call());
        } catch (TooManyWait full) {
            LOG.warn("{}: a webhook call is to come again: {}", hook.key(), full.getMessage());
            unavailable(response);
            return;
        } catch (DataAccessException
                | TransactionException
                | ProofAway
                | SealBroken
                | CredentialMissing away) {
            LOG.error("{}: a webhook call could not be kept; it will come again", hook.key(), away);
            unavailable(response);
            return;
        }
        chain.doFilter(new EmptiedRequest(request), response);
    }

    private void refuse(Hook hook, HttpServletResponse response) {
        meters.counter("serai.webhooks.refused", "channel", hook.channel().code()).increment();
        String scheme = hook.rule().verifier().equals("basic") ? "Basic" : "Bearer";
        response.setHeader("WWW-Authenticate", scheme);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static void unavailable(HttpServletResponse response) {
        response.setHeader("Retry-After", SECONDS);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** What is still on its way is not waited for. */
    private static void cut(HttpServletResponse response, int status) {
        response.setHeader("Connection", "close");
        response.setStatus(status);
    }

    private static @Nullable String named(Hook hook, HttpServletRequest request) {
        String header = hook.rule().signature().id();
        return header == null ? null : request.getHeader(header);
    }

    private void count(Hook hook, WebhookIntake.Taken taken) {
        meters.counter(
                        "serai.webhooks.kept",
                        "channel",
                        hook.channel().code(),
                        "repeated",
                        Boolean.toString(!taken.fresh()),
                        "malformed",
                        Boolean.toString(taken.malformed()))
                .increment();
    }
}
