package io.serai.channel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates of callers are taken. One that the channel's own name is in proves the
 * channel; one whose fingerprint is a credential of an account proves that account.
 *
 * @param fingerprints credentials that hold a SHA-256 in hex, colons or not; two while one replaces
 *     the other
 * @param names of which a certificate that was checked must have one: an alternative name, or where
 *     it has none the common name
 * @param header where a trusted proxy hands the certificate on; null: nobody does
 * @param verified the header in which that proxy says {@code SUCCESS} when it checked it
 */
public record WebhookCertificate(
        List<String> fingerprints,
        List<String> names,
        @Nullable String header,
        @Nullable String verified) {

    static final WebhookCertificate PINNED = new WebhookCertificate(null, null, null, null);

    public WebhookCertificate {
        fingerprints =
                List.copyOf(
                        Objects.requireNonNullElse(
                                fingerprints,
                                List.of("webhook_certificate", "webhook_certificate_previous")));
        names = List.copyOf(Objects.requireNonNullElse(names, List.of()));
    }
}
