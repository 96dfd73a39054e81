package io.serai.reservation.hook;

import io.serai.reservation.hook.StoredHook.HookWish;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may go. A hotel names the address, and Serai calls it from inside its own network:
 * so what is not public is refused, when it is named and again whenever it is called, since a name
 * may lead elsewhere by then.
 */
@Component
public class HookAddresses implements DnsResolver {

    private static final int LONGEST = 2000;

    /**
     * What is not public (IANA's special-purpose registries), and what leads into such by a detour.
     */
    private static final List<IpAddressMatcher> INSIDE =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3",
                            "::/96",
                            "64:ff9b::/96",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "fc00::/7",
                            "fe80::/9",
                            "ff00::/8")
                    .map(IpAddressMatcher::new)
                    .toList();

    private final HookSettings settings;

    HookAddresses(HookSettings settings) {
        this.settings = settings;
    }

    /**
     * Demands that webhooks may go there.
     *
     * @throws IllegalArgumentException naming what was met and what was expected
     */
    public void demand(String url) {
        URI uri = uri(url);
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || url.length() > LONGEST) {
            throw refused(
                    "'" + uri.getScheme() + ":…'",
                    "an address with a host, without a login and a fragment, of at most "
                            + LONGEST
                            + " characters");
        }
        try {
            InetAddress[] found = resolve(uri.getHost());
            boolean here = Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress);
            if (!"https".equalsIgnoreCase(uri.getScheme())
                    && !("http".equalsIgnoreCase(uri.getScheme()) && here)) {
                throw refused("'" + uri.getScheme() + "'", "https");
            }
        } catch (UnknownHostException unknown) {
            throw refused("'" + uri.getHost() + "'", String.valueOf(unknown.getMessage()));
        }
    }

    /**
     * Demands that a wish can be meant. An address that stays as it was is looked at when it is
     * called.
     *
     * @param before what was wished before; null: there was nothing
     * @throws IllegalArgumentException naming what was met and what was expected
     */
    public void demand(HookWish wish, @Nullable HookWish before) {
        if (before == null || !wish.url().equals(before.url())) {
            demand(wish.url());
        }
        if (wish.events().isEmpty() || !HookWish.EVENTS.containsAll(wish.events())) {
            throw new IllegalArgumentException(
                    "events: %s (expected: some of %s)".formatted(wish.events(), HookWish.EVENTS));
        }
        if (!HookWish.PAYLOADS.contains(wish.payload())) {
            throw new IllegalArgumentException(
                    "payload: '%s' (expected: one of %s)"
                            .formatted(wish.payload(), HookWish.PAYLOADS));
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!settings.privateAddresses() && Arrays.stream(found).anyMatch(HookAddresses::inside)) {
            throw new UnknownHostException(
                    "a public address; serai.hooks.private-addresses allows others");
        }
        return found;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
        return host;
    }

    private static boolean inside(InetAddress address) {
        String written = address.getHostAddress().replaceAll("%.*", "");
        return INSIDE.stream().anyMatch(range -> range.matches(written));
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException wrong) {
            throw refused("not an address", "https://…");
        }
    }

    private static IllegalArgumentException refused(String met, String expected) {
        return new IllegalArgumentException("url: %s (expected: %s)".formatted(met, expected));
    }
}
