package io.serai.channel;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What addresses of channels must be: https, but for stand-ins on this machine. */
public final class ChannelUrl {

    private ChannelUrl() {}

    /** Why an address must not be called; null when it may. No name is looked up. */
    public static @Nullable String refusal(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && isSafe(uri.getScheme(), uri.getHost())
                    ? null
                    : expected(url);
        } catch (IllegalArgumentException none) {
            return expected(url);
        }
    }

    /** Whether calls may go there. */
    public static boolean isSafe(@Nullable String scheme, String host) {
        return "https".equalsIgnoreCase(scheme)
                || "http".equalsIgnoreCase(scheme) && isLoopback(host.toLowerCase(Locale.ROOT));
    }

    private static boolean isLoopback(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        if (!host.matches("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException none) {
            return false;
        }
    }

    private static String expected(String url) {
        return "'" + url + "' (expected: https; http only to this machine itself)";
    }
}
