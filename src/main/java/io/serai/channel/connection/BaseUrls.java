package io.serai.channel.connection;

import io.serai.channel.ChannelUrl;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which other hosts than a channel's usual ones a connection's configuration may name ({@code
 * base_url}), as for a hotel that is tried against another stand-in. Credentials go where the calls
 * go, so only what the settings list is taken.
 */
@Component
public class BaseUrls {

    /** The exchange property by which routes hear of another host. */
    private static final String PROPERTY = "baseUrl";

    private final List<String> allowed;

    /**
     * @throws IllegalArgumentException for one that is not https
     */
    BaseUrls(@Value("${serai.connections.base-urls:}") List<String> allowed) {
        for (String url : allowed) {
            String refusal = url.isEmpty() ? null : ChannelUrl.refusal(url);
            if (refusal != null) {
                throw new IllegalArgumentException("serai.connections.base-urls: " + refusal);
            }
        }
        this.allowed = List.copyOf(allowed);
    }

    /** Why a host may not be called; null when it may, or when none is named. */
    public @Nullable String refusal(@Nullable String url) {
        return url == null || allowed.contains(url)
                ? null
                : "configuration.base_url: '"
                        + url
                        + "' (expected: one of serai.connections.base-urls, "
                        + allowed
                        + ")";
    }

    /** Has what a route calls for this exchange go to another host; to the usual one for none. */
    public static void address(Exchange exchange, @Nullable String url) {
        if (url == null) {
            exchange.removeProperty(PROPERTY);
        } else {
            exchange.setProperty(PROPERTY, url);
        }
    }
}
