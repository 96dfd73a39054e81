package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.WebhookCertificate;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * The certificates that callers show: to Serai's own TLS, or to a proxy that is trusted to hand
 * them on. A header that anybody else sends is not looked at.
 */
@Component
class CallerCertificates {

    /** Where the container leaves what was shown to its TLS. */
    static final String SHOWN = "jakarta.servlet.request.X509Certificate";

    private static final String CHECKED = "SUCCESS";
    private static final Integer DNS = 2;

    private final List<IpAddressMatcher> proxies;
    private final Clock clock;

    CallerCertificates(WebhookSettings settings, Clock clock) {
        this.proxies = settings.proxies().stream().map(IpAddressMatcher::new).toList();
        this.clock = clock;
    }

    /** The caller's certificate, if it shows one that is valid now. */
    @Nullable X509Certificate of(WebhookCertificate rule, HttpServletRequest call) {
        X509Certificate shown =
                rule.header() != null && isProxy(call)
                        ? handedOn(rule, call.getHeader(rule.header()), call)
                        : toUs(call);
        try {
            if (shown != null) {
                shown.checkValidity(Date.from(clock.instant()));
            }
            return shown;
        } catch (CertificateException over) {
            return null;
        }
    }

    /**
     * Whether the channel's own name is in it: among its alternative names that are of hosts, or as
     * its common name where it has no alternative names.
     */
    static boolean isNamed(WebhookCertificate rule, X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                return names.stream()
                        .filter(name -> DNS.equals(name.get(0)))
                        .map(name -> String.valueOf(name.get(1)))
                        .anyMatch(name -> contains(rule.names(), name));
            }
            String common = commonName(certificate);
            return common != null && contains(rule.names(), common);
        } catch (CertificateException | NamingException unreadable) {
            return false;
        }
    }

    /** The most specific one; null when it has none. */
    private static @Nullable String commonName(X509Certificate certificate) throws NamingException {
        String common = null;
        for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
            Attribute name = part.toAttributes().get("CN");
            if (name != null) {
                common = String.valueOf(name.get()).strip();
            }
        }
        return common;
    }

    /** Which credentials hold its fingerprint. */
    static Shown pinned(WebhookCertificate rule, @Nullable X509Certificate certificate) {
        if (certificate == null) {
            return Shown.NOTHING;
        }
        String fingerprint = fingerprint(certificate);
        return credentials -> {
            boolean fits = false;
            for (String name : rule.fingerprints()) {
                fits |=
                        Shown.of(name, fingerprint)
                                .fits(Map.of(name, bare(credentials.getOrDefault(name, ""))));
            }
            return fits;
        };
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 of a certificate", impossible);
        }
    }

    private boolean isProxy(HttpServletRequest call) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(call.getRemoteAddr()));
    }

    private static @Nullable X509Certificate toUs(HttpServletRequest call) {
        return call.getAttribute(SHOWN) instanceof X509Certificate[] chain && chain.length > 0
                ? chain[0]
                : null;
    }

    private static @Nullable X509Certificate handedOn(
            WebhookCertificate rule, @Nullable String header, HttpServletRequest call) {
        if (header == null
                || rule.verified() != null && !CHECKED.equals(call.getHeader(rule.verified()))) {
            return null;
        }
        try {
            String text = header.strip();
            String pem =
                    text.contains("%") ? URLDecoder.decode(text.replace("+", "%2B"), UTF_8) : text;
            String base64 =
                    pem.replaceAll("-----(BEGIN|END) CERTIFICATE-----", "")
                            .replaceAll("^:|:$|\\s", "");
            byte[] bytes = Base64.getDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes));
        } catch (IllegalArgumentException | CertificateException unreadable) {
            return null;
        }
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String bare(String fingerprint) {
        return fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
    }
}
