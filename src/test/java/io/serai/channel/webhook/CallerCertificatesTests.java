package io.serai.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.WebhookCertificate;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** Whose certificate a call shows, to our own TLS or to a proxy. */
class CallerCertificatesTests {

    private static final WebhookCertificate PINNED =
            new WebhookCertificate(null, null, "client-cert", null);
    private static final WebhookCertificate NAMED =
            new WebhookCertificate(null, List.of("notify.gate.example"), null, null);

    @Test
    void takesWhatWasShownToOurOwnTls() throws Exception {
        MockHttpServletRequest call = from("203.0.113.9");
        call.setAttribute(CallerCertificates.SHOWN, new X509Certificate[] {certificate("named")});

        X509Certificate shown = certificates(Instant.now()).of(NAMED, call);

        assertThat(shown).isEqualTo(certificate("named"));
        assertThat(CallerCertificates.isNamed(NAMED, certificate("named"))).isTrue();
        assertThat(CallerCertificates.isNamed(NAMED, certificate("other"))).isFalse();
    }

    @Test
    void looksAtNoHeaderOfAnybodyElse() throws Exception {
        MockHttpServletRequest stranger = from("203.0.113.9");
        stranger.addHeader("client-cert", base64("other"));
        MockHttpServletRequest proxy = from("10.1.2.3");
        proxy.addHeader("client-cert", base64("other"));

        assertThat(certificates(Instant.now()).of(PINNED, stranger)).isNull();
        assertThat(certificates(Instant.now()).of(PINNED, proxy)).isEqualTo(certificate("other"));
    }

    @Test
    void takesTheHeaderOfAProxyAndNotItsOwnCertificate() throws Exception {
        MockHttpServletRequest call = from("10.1.2.3");
        call.setAttribute(CallerCertificates.SHOWN, new X509Certificate[] {certificate("other")});

        assertThat(certificates(Instant.now()).of(PINNED, call)).isNull();
    }

    @Test
    void takesNoneThatIsOverOrPinnedByNobody() throws Exception {
        MockHttpServletRequest call = from("203.0.113.9");
        call.setAttribute(CallerCertificates.SHOWN, new X509Certificate[] {certificate("other")});
        String fingerprint = CallerCertificates.fingerprint(certificate("other"));

        assertThat(certificates(Instant.now().plus(Duration.ofDays(40_000))).of(PINNED, call))
                .isNull();
        Shown shown = CallerCertificates.pinned(PINNED, certificate("other"));
        assertThat(shown.fits(Map.of("webhook_certificate_previous", fingerprint))).isTrue();
        assertThat(shown.fits(Map.of("webhook_certificate", "", "api_key", fingerprint))).isFalse();
    }

    @Test
    void readsNoNameOutOfAnotherPartOfTheSubjectNorOutOfAMailAddress() throws Exception {
        assertThat(CallerCertificates.isNamed(NAMED, certificate("common"))).isTrue();

        assertThat(CallerCertificates.isNamed(NAMED, certificate("forged"))).isFalse();
        assertThat(CallerCertificates.isNamed(NAMED, certificate("mailed"))).isFalse();
    }

    private static CallerCertificates certificates(Instant now) {
        WebhookSettings settings =
                new WebhookSettings(
                        DataSize.ofKilobytes(1),
                        Duration.ofSeconds(1),
                        1,
                        Duration.ofHours(1),
                        1,
                        Duration.ofSeconds(1),
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        List.of("10.0.0.0/8"),
                        Map.of());
        return new CallerCertificates(settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest call = new MockHttpServletRequest("POST", "/webhooks/gate");
        call.setRemoteAddr(address);
        return call;
    }

    private static String base64(String name) throws Exception {
        return Base64.getEncoder().encodeToString(certificate(name).getEncoded());
    }

    private static X509Certificate certificate(String name) throws Exception {
        try (InputStream file =
                Files.newInputStream(
                        Path.of("src/test/resources/webhook/certificates", name + ".pem"))) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }
}
