package io.serai.channel;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is signed, and how.
 *
 * @param signed with {@code {id}}, {@code {timestamp}} and {@code {body}}; the body when it is
 *     missing
 * @param encoding of a signature, hex or base64
 * @param prefix that each signature may begin with
 * @param separator between two signatures
 * @param id the header that names the call; null when none does
 * @param secret what a secret is: its text, or {@code base64}, perhaps after {@code whsec_}
 * @param timestamp the header that says when it was signed; null when none does
 * @param unit of the timestamp: s, ms or iso
 * @param window how old a call may be; null for no bound
 * @param ahead how far a call's clock may be ahead; the window when it is missing
 */
public record WebhookSignature(
        String signed,
        String encoding,
        String prefix,
        String separator,
        @Nullable String id,
        String secret,
        @Nullable String timestamp,
        String unit,
        @Nullable Duration window,
        @Nullable Duration ahead) {

    static final WebhookSignature OF_THE_BODY =
            new WebhookSignature(null, null, null, null, null, null, null, null, null, null);

    /** As the Standard Webhooks specification has it, with the tolerance that it advises. */
    static final WebhookSignature STANDARD =
            new WebhookSignature(
                    "{id}.{timestamp}.{body}",
                    "base64",
                    "v1,",
                    " ",
                    "webhook-id",
                    "base64",
                    "webhook-timestamp",
                    "s",
                    Duration.ofMinutes(5),
                    null);

    public WebhookSignature {
        signed = Objects.requireNonNullElse(signed, "{body}");
        encoding = Objects.requireNonNullElse(encoding, "hex");
        prefix = Objects.requireNonNullElse(prefix, "");
        separator = Objects.requireNonNullElse(separator, ",");
        secret = Objects.requireNonNullElse(secret, "text");
        unit = Objects.requireNonNullElse(unit, "s");
        ahead = ahead == null ? window : ahead;
    }
}
