package io.serai.console.access;

import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies that are believed. What anybody else says of a call is not listened to. */
final class NamedProxies {

    static final String HEADER = "X-Forwarded-Proto";

    private final List<IpAddressMatcher> proxies;

    /**
     * @throws IllegalArgumentException for what is neither an address nor a network
     */
    NamedProxies(List<String> proxies) {
        this.proxies = proxies.stream().map(NamedProxies::proxy).toList();
    }

    private static IpAddressMatcher proxy(String text) {
        if (!text.matches("[0-9a-fA-F:.]+(/[0-9]{1,3})?")) {
            throw new IllegalArgumentException(
                    "serai.https.proxies: '"
                            + text
                            + "' (expected: an address or a network, as 10.0.0.7 or 10.0.0.0/24)");
        }
        return new IpAddressMatcher(text);
    }

    /** Whether an address is that of a named proxy. */
    boolean isNamed(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** What came by a named proxy, and how. */
    enum Said {
        /** It was called by https. */
        HTTPS,
        /** It was called otherwise. */
        OTHERWISE,
        /** It says nothing, or is nobody that is believed. */
        NOTHING
    }

    /**
     * What the caller says of how it was called.
     *
     * @param address the caller's, of the socket
     * @param headers all that it sent of {@value #HEADER}: every one must say https
     */
    Said said(@Nullable String address, Enumeration<String> headers) {
        if (address == null || !headers.hasMoreElements() || !isNamed(address)) {
            return Said.NOTHING;
        }
        boolean https = true;
        while (headers.hasMoreElements()) {
            for (String said : headers.nextElement().split(",", -1)) {
                https &= said.strip().toLowerCase(Locale.ROOT).equals("https");
            }
        }
        return https ? Said.HTTPS : Said.OTHERWISE;
    }
}
