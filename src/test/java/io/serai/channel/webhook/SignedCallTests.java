package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.WebhookRule;
import io.serai.channel.WebhookSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedCallTests {

    private static final byte[] BODY = "{\"id\":\"\u00e9\"}".getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String STAMP = Long.toString(NOW.toEpochMilli());
    private static final Map<String, String> ACCOUNT =
            Map.of("webhook_secret", "new", "webhook_secret_previous", "old");

    @Test
    void takesAnySignatureMadeWithEitherSecret() throws Exception {
        assertThat(fits(base64("new"))).isTrue();
        assertThat(fits("sha256=" + base64("new"))).isTrue();
        assertThat(fits("sha256=" + base64("other") + ", sha256=" + base64("old"))).isTrue();
    }

    @Test
    void takesNoOther() throws Exception {
        assertThat(fits(base64("other"))).isFalse();
        assertThat(fits("")).isFalse();
        assertThat(fits("no base64 at all")).isFalse();
        assertThat(fits(HexFormat.of().formatHex(mac("new")))).isFalse();
        SignedCall bent = new SignedCall(rule("base64"), null, "1" + STAMP, base64("new"));
        assertThat(bent.of(hook(), BODY).fits(ACCOUNT)).isFalse();
        SignedCall good = new SignedCall(rule("base64"), null, STAMP, base64("new"));
        assertThat(good.of(hook(), "{}".getBytes(UTF_8)).fits(ACCOUNT)).isFalse();
        assertThat(good.of(hook(), BODY).fits(Map.of("webhook_secret", ""))).isFalse();
    }

    @Test
    void readsHexWhereTheRuleSaysSo() throws Exception {
        String hex = HexFormat.of().formatHex(mac("new"));

        SignedCall call = new SignedCall(rule("hex"), null, STAMP, "sha256=" + hex);

        assertThat(call.of(hook(), BODY).fits(ACCOUNT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ms, 0, true",
        "ms, -299999, true",
        "ms, -300001, false",
        "ms, 59999, true",
        "ms, 60001, false"
    })
    void keepsToTheWindowBothWays(String unit, long off, boolean timely) throws Exception {
        String stamp = Long.toString(NOW.toEpochMilli() + off);

        assertThat(new SignedCall(rule("base64"), null, stamp, base64("new")).isTimely(NOW))
                .isEqualTo(timely);
        assertThat(new SignedCall(rule("base64"), null, null, base64("new")).isTimely(NOW))
                .isFalse();
        assertThat(new SignedCall(rule("base64"), null, "soon", base64("new")).isTimely(NOW))
                .isFalse();
    }

    /** The example of the specification's own libraries. */
    @Test
    void takesACallAsStandardWebhooksSignsIt() {
        WebhookRule standard = hook("standard-webhooks", null);
        Instant then = Instant.ofEpochSecond(1614265330);
        byte[] body = "{\"test\": 2432232314}".getBytes(UTF_8);
        String right = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        Map<String, String> account =
                Map.of("webhook_secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        for (String header : List.of(right, "v1a,AAAA v1,AAAA " + right)) {
            SignedCall call =
                    new SignedCall(
                            standard.signature(),
                            "msg_p5jXN8AQM9LWM0D4loKWxJek",
                            "1614265330",
                            header);
            assertThat(call.of(standard, body).fits(account)).isTrue();
            assertThat(call.isTimely(then.plusSeconds(300))).isTrue();
            assertThat(call.isTimely(then.plusSeconds(301))).isFalse();
            assertThat(call.isTimely(then.minusSeconds(301))).isFalse();
        }

        SignedCall other = new SignedCall(standard.signature(), "msg_other", "1614265330", right);
        assertThat(other.of(standard, body).fits(account)).isFalse();
        SignedCall nameless = new SignedCall(standard.signature(), null, "1614265330", right);
        assertThat(nameless.isTimely(then)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"hmac-sha1, HmacSHA1", "hmac-sha256, HmacSHA256", "hmac-sha512, HmacSHA512"})
    void signsAsItsVerifierIsNamed(String verifier, String algorithm) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec("new".getBytes(UTF_8), algorithm));
        mac.update((STAMP + ".").getBytes(UTF_8));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(BODY));
        SignedCall call = new SignedCall(rule("base64"), null, STAMP, signature);

        assertThat(call.of(hook(verifier, rule("base64")), BODY).fits(ACCOUNT)).isTrue();
        String another = verifier.equals("hmac-sha1") ? "hmac-sha512" : "hmac-sha1";
        assertThat(call.of(hook(another, rule("base64")), BODY).fits(ACCOUNT)).isFalse();
    }

    private static boolean fits(String header) {
        return new SignedCall(rule("base64"), null, STAMP, header).of(hook(), BODY).fits(ACCOUNT);
    }

    private static WebhookSignature rule(String encoding) {
        return new WebhookSignature(
                "{timestamp}.{body}",
                encoding,
                "sha256=",
                null,
                null,
                null,
                "x-timestamp",
                "ms",
                Duration.ofMinutes(5),
                Duration.ofMinutes(1));
    }

    private static WebhookRule hook() {
        return hook("hmac-sha256", rule("base64"));
    }

    private static WebhookRule hook(String verifier, @Nullable WebhookSignature signature) {
        return new WebhookRule(
                verifier, null, signature, null, null, null, null, null, null, null, null, null,
                null, null, 0, null, null);
    }

    private static String base64(String secret) throws Exception {
        return Base64.getEncoder().encodeToString(mac(secret));
    }

    private static byte[] mac(String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        mac.update((STAMP + ".").getBytes(UTF_8));
        return mac.doFinal(BODY);
    }
}
