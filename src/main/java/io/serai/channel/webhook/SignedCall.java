package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.WebhookRule;
import io.serai.channel.WebhookSignature;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The signatures of a call (HMAC): any of them, made with any of an account's secrets. */
final class SignedCall {

    private static final String STANDARD_SECRET = "whsec_";
    private static final Pattern PIECES = Pattern.compile("(?=\\{body})|(?<=\\{body})");

    private final WebhookSignature rule;
    private final @Nullable String id;
    private final @Nullable String timestamp;
    private final List<byte[]> signatures;

    SignedCall(
            WebhookSignature rule,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String header) {
        this.rule = rule;
        this.id = id;
        this.timestamp = timestamp;
        this.signatures = header == null ? List.of() : signatures(rule, header);
    }

    /** Whether it bears a signature, and is neither too old nor ahead of its time. */
    boolean isTimely(Instant now) {
        if (signatures.isEmpty() || rule.id() != null && (id == null || id.isBlank())) {
            return false;
        }
        if (rule.timestamp() == null) {
            return true;
        }
        Instant signed = moment();
        return signed != null
                && (rule.window() == null
                        || !signed.isBefore(now.minus(rule.window()))
                                && (rule.ahead() == null
                                        || !signed.isAfter(now.plus(rule.ahead()))));
    }

    /** Which credentials it was signed with, by the names that the rule gives. */
    Shown of(WebhookRule hook, byte[] body) {
        byte[][] parts = parts(body);
        return credentials -> {
            boolean fits = false;
            for (String name : hook.secrets()) {
                String secret = credentials.getOrDefault(name, "");
                if (!secret.isBlank()) {
                    fits |= isSignedWith(hook.algorithm(), key(secret), parts);
                }
            }
            return fits;
        };
    }

    /** An unreadable secret is none: nobody knows what it would be signed with. */
    private byte[] key(String secret) {
        if (!rule.secret().equals("base64")) {
            return secret.getBytes(UTF_8);
        }
        String text = secret.strip();
        try {
            return Base64.getDecoder()
                    .decode(
                            text.startsWith(STANDARD_SECRET)
                                    ? text.substring(STANDARD_SECRET.length())
                                    : text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private boolean isSignedWith(String algorithm, byte[] key, byte[][] parts) {
        if (key.length == 0) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            byte[] right = mac.doFinal();
            boolean fits = false;
            for (byte[] signature : signatures) {
                fits |= MessageDigest.isEqual(right, signature);
            }
            return fits;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(algorithm + ": every Java has it", missing);
        }
    }

    /** What is signed, piece by piece: the body is bytes, whatever its character set. */
    private byte[][] parts(byte[] body) {
        List<byte[]> parts = new ArrayList<>();
        for (String text : PIECES.split(rule.signed())) {
            String filled = timestamp == null ? text : text.replace("{timestamp}", timestamp);
            filled = id == null ? filled : filled.replace("{id}", id);
            parts.add(text.equals("{body}") ? body : filled.getBytes(UTF_8));
        }
        return parts.toArray(byte[][]::new);
    }

    private @Nullable Instant moment() {
        try {
            return timestamp == null
                    ? null
                    : switch (rule.unit()) {
                        case "ms" -> Instant.ofEpochMilli(Long.parseLong(timestamp.strip()));
                        case "iso" -> Instant.parse(timestamp.strip());
                        default -> Instant.ofEpochSecond(Long.parseLong(timestamp.strip()));
                    };
        } catch (NumberFormatException | DateTimeException unreadable) {
            return null;
        }
    }

    private static List<byte[]> signatures(WebhookSignature rule, String header) {
        List<byte[]> signatures = new ArrayList<>();
        for (String each : StringUtils.delimitedListToStringArray(header, rule.separator())) {
            String text = each.strip();
            String bare =
                    text.startsWith(rule.prefix()) ? text.substring(rule.prefix().length()) : text;
            try {
                signatures.add(
                        rule.encoding().equals("base64")
                                ? Base64.getDecoder().decode(bare)
                                : HexFormat.of().parseHex(bare));
            } catch (IllegalArgumentException unreadable) {
                // another of them may be readable
                continue;
            }
        }
        return signatures;
    }
}
