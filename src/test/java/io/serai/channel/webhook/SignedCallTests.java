package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.WebhookRule;
import io.serai.channel.WebhookRule.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
        SignedCall bent = new SignedCall(rule("base64"), "1" + STAMP, base64("new"));
        assertThat(bent.of(hook(), BODY).fits(ACCOUNT)).isFalse();
        SignedCall good = new SignedCall(rule("base64"), STAMP, base64("new"));
        assertThat(good.of(hook(), "{}".getBytes(UTF_8)).fits(ACCOUNT)).isFalse();
        assertThat(good.of(hook(), BODY).fits(Map.of("webhook_secret", ""))).isFalse();
    }

    @Test
    void readsHexWhereTheRuleSaysSo() throws Exception {
        String hex = HexFormat.of().formatHex(mac("new"));

        SignedCall call = new SignedCall(rule("hex"), STAMP, "sha256=" + hex);

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

        assertThat(new SignedCall(rule("base64"), stamp, base64("new")).isTimely(NOW))
                .isEqualTo(timely);
        assertThat(new SignedCall(rule("base64"), null, base64("new")).isTimely(NOW)).isFalse();
        assertThat(new SignedCall(rule("base64"), "soon", base64("new")).isTimely(NOW)).isFalse();
    }

    private static boolean fits(String header) {
        return new SignedCall(rule("base64"), STAMP, header).of(hook(), BODY).fits(ACCOUNT);
    }

    private static Signature rule(String encoding) {
        return new Signature(
                "{timestamp}.{body}",
                encoding,
                "sha256=",
                "x-timestamp",
                "ms",
                Duration.ofMinutes(5),
                Duration.ofMinutes(1));
    }

    private static WebhookRule hook() {
        return new WebhookRule(
                "hmac-sha256",
                "x-signature",
                rule("base64"),
                List.of("webhook_secret", "webhook_secret_previous"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
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
