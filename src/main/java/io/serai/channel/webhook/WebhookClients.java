package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.Channels;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives tokens to channels that show the right login (RFC 6749, client credentials). */
@Component("webhookClients")
public class WebhookClients {

    private final Channels channels;
    private final WebhookTokens tokens;
    private final WebhookSettings settings;

    WebhookClients(Channels channels, WebhookTokens tokens, WebhookSettings settings) {
        this.channels = channels;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** Puts the token on the exchange, or the error; nothing of the request stays there. */
    public void answer(Exchange exchange) {
        Message message = exchange.getMessage();
        HttpServletRequest request =
                message.getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
        String folder = message.getHeader("folder", String.class);
        Map<?, ?> form = message.getBody() instanceof Map<?, ?> read ? read : Map.of();
        boolean known = isKnown(folder, shown(request, form));
        message.removeHeaders("*");
        message.setHeader("Cache-Control", "no-store");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        if (!"client_credentials".equals(form.get("grant_type"))) {
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, 400);
            message.setBody(Map.of("error", "unsupported_grant_type"));
        } else if (!known) {
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, 401);
            message.setBody(Map.of("error", "invalid_client"));
        } else {
            message.setBody(
                    Map.of(
                            "access_token", tokens.issue(folder),
                            "token_type", "Bearer",
                            "expires_in", settings.tokenLife().toSeconds()));
        }
    }

    private static WebhookSettings.@Nullable Client shown(
            HttpServletRequest request, Map<?, ?> form) {
        BasicLogin basic = BasicLogin.read(request.getHeader("Authorization"));
        if (basic != null) {
            return new WebhookSettings.Client(basic.user(), basic.password());
        }
        return form.get("client_id") instanceof String id
                        && form.get("client_secret") instanceof String secret
                ? new WebhookSettings.Client(id, secret)
                : null;
    }

    /** Takes as long for a wrong login as for a nearly right one. */
    private boolean isKnown(String folder, WebhookSettings.@Nullable Client shown) {
        WebhookSettings.Client client = settings.clients().get(folder);
        return shown != null
                && client != null
                && !client.secret().isBlank()
                && channels.find(folder).isPresent()
                && equal(client.id(), shown.id()) & equal(client.secret(), shown.secret());
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
