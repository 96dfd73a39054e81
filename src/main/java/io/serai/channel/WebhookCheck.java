package io.serai.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether what a webhook's rule says of its proof fits the proof that it names. */
final class WebhookCheck {

    /** What describes proofs; each verifier reads some of it. */
    private static final Set<String> OF_PROOFS =
            Set.of("header", "signature", "secrets", "login", "token", "certificate", "key");

    private final YamlText text;

    WebhookCheck(YamlText text) {
        this.text = text;
    }

    /**
     * Names the first thing that the verifier would not read, or lacks.
     *
     * @throws ChannelRefused naming file, line and reason
     */
    void check(String pointer, WebhookRule rule) {
        JsonNode said = text.json().at(pointer);
        Set<String> read = new TreeSet<>(read(rule.verifier()));
        said.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (OF_PROOFS.contains(name) && !read.contains(name)) {
                                throw text.refusal(
                                        YamlText.below(pointer, name),
                                        "not read by verifier %s (expected: one of %s)"
                                                .formatted(rule.verifier(), read));
                            }
                        });
        if (rule.answeredBy() != null && rule.provesChannel()) {
            throw text.refusal(
                    pointer + "/answered-by",
                    "with a proof of the channel alone (expected: with one of an account)");
        }
        token(pointer + "/token", rule);
        certificate(pointer + "/certificate", rule.certificate());
    }

    private void token(String pointer, WebhookRule rule) {
        WebhookJwt token = rule.token();
        if (token == null) {
            return;
        }
        String kind = token.keys() == null ? "HS" : "RS, PS or ES";
        for (String algorithm : token.algorithms()) {
            if (algorithm.startsWith("HS") != (token.keys() == null)) {
                throw text.refusal(
                        pointer + "/algorithms",
                        "'%s' (expected: %s, by what it is signed with)"
                                .formatted(algorithm, kind));
            }
        }
    }

    /** A name is worth what the check of the certificate is worth: a proxy must say it did it. */
    private void certificate(String pointer, WebhookCertificate certificate) {
        boolean handedOn = certificate.header() != null;
        if (handedOn && !certificate.names().isEmpty() && certificate.verified() == null) {
            throw text.refusal(
                    pointer + "/names",
                    "of a certificate from a header (expected: verified, too, or fingerprints)");
        }
        if (!handedOn && certificate.verified() != null) {
            throw text.refusal(pointer + "/verified", "without a header (expected: with it)");
        }
    }

    private static List<String> read(String verifier) {
        return switch (verifier) {
            case "bearer-jwt" -> List.of("header", "token", "key");
            case "standard-webhooks" -> List.of("secrets", "key");
            case "basic" -> List.of("header", "login", "key");
            case "header" -> List.of("key");
            case "body-login" -> List.of("login", "key");
            case "client-certificate" -> List.of("certificate", "key");
            default -> List.of("header", "signature", "secrets", "key");
        };
    }
}
