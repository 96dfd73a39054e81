package io.serai.channel.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.WebhookRule;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before every route that webhooks reach: proves a call, limits it, seals it and commits it.
 * Routes get it with nothing in it. What is not proved leaves a count and nothing else.
 */
final class WebhookDoor extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);
    private static final String BEARER = "Bearer ";
    private static final String PREFIX = "/webhooks/";

    private final Channels channels;
    private final WebhookTokens tokens;
    private final WebhookBook book;
    private final WebhookSettings settings;
    private final MeterRegistry meters;

    WebhookDoor(
            Channels channels,
            WebhookTokens tokens,
            WebhookBook book,
            WebhookSettings settings,
            MeterRegistry meters) {
        this.channels = channels;
        this.tokens = tokens;
        this.book = book;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/token");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String folder = request.getRequestURI().substring(PREFIX.length());
        Optional<Channel> channel =
                channels.find(folder).filter(it -> it.definition().webhook() != null);
        if (channel.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        WebhookRule rule = Objects.requireNonNull(channel.get().definition().webhook());
        if (!isProved(folder, rule, request)) {
            meters.counter("serai.webhooks.refused", "channel", folder).increment();
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        int most = (int) settings.maxBody().toBytes();
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (keep(channel.get(), rule, body)) {
            chain.doFilter(new EmptiedRequest(request), response);
        } else {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** A channel whose proof is not known here cannot prove anything. */
    private boolean isProved(String folder, WebhookRule rule, HttpServletRequest request) {
        String shown = Objects.requireNonNullElse(request.getHeader(rule.header()), "");
        return rule.verifier().equals("bearer-jwt")
                && shown.startsWith(BEARER)
                && tokens.isGood(folder, shown.substring(BEARER.length()));
    }

    private boolean keep(Channel channel, WebhookRule rule, byte[] body) {
        try {
            boolean fresh = book.keep(channel, rule, body);
            meters.counter(
                            "serai.webhooks.kept",
                            "channel",
                            channel.folder(),
                            "repeated",
                            Boolean.toString(!fresh))
                    .increment();
            return true;
        } catch (DataAccessException | TransactionException away) {
            LOG.error(
                    "{}: a webhook call could not be kept; it will come again",
                    channel.folder(),
                    away);
            return false;
        }
    }
}
