package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.Channels;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.Authority;
import io.serai.testing.SeraiOfFolders;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The proofs that a channel's folder may name, over HTTP; and what becomes of calls kept. */
class WebhookVerifierTests {

    private static final SeraiOfFolders FOLDERS = SeraiOfFolders.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] SECRET =
            "a secret of at least 32 bytes, as HS256 wants".getBytes(UTF_8);
    private static HttpServer keyHouse;
    private static RSAKey key;
    private static long account;

    @BeforeAll
    static void dropIn() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("now").generate();
        keyHouse = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        keyHouse.createContext(
                "/keys",
                exchange -> {
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
        keyHouse.start();
        Path here = Path.of("src/test/resources/webhook/gate");
        Path there = FOLDERS.routes().resolve("gate");
        Files.createDirectories(there);
        Files.copy(
                here.resolve("webhook-receive.camel.yaml"),
                there.resolve("webhook-receive.camel.yaml"));
        Files.writeString(
                there.resolve("channel.yaml"),
                Files.readString(here.resolve("channel.yaml"))
                        .replace("KEYS", Integer.toString(keyHouse.getAddress().getPort())));
        CamelContext camel = FOLDERS.serai().part(CamelContext.class);
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                FOLDERS.serai().part(Channels.class).find("gate").isPresent()
                                        && camel.getRoute("gate-webhook-receive") != null);
        account =
                FOLDERS.serai()
                        .part(ChannelAccounts.class)
                        .take(
                                "webhook.gate",
                                "Gate",
                                Map.of(
                                        "api_key",
                                        "gate",
                                        "webhook_secret",
                                        new String(SECRET, UTF_8),
                                        "webhook_secret_previous",
                                        "whsec_" + Base64.getEncoder().encodeToString(SECRET),
                                        "webhook_certificate",
                                        CallerCertificates.fingerprint(certificate("other"))
                                                .toUpperCase(java.util.Locale.ROOT)
                                                .replaceAll("(..)(?=.)", "$1:")));
    }

    @AfterAll
    static void takeOut() {
        SeraiOfFolders.delete(FOLDERS.routes().resolve("gate"));
        keyHouse.stop(0);
    }

    @Test
    void takesStandardWebhooksOnceUnderEitherName() throws Exception {
        String about = UUID.randomUUID().toString();
        String body =
                "{\"kind\":\"booked\",\"hotel\":7,\"booking\":\"%s\",\"changed\":\"2026-11-22T10:00:00Z\"}"
                        .formatted(about);
        String first = "msg_" + UUID.randomUUID();
        String second = "msg_" + UUID.randomUUID();

        assertThat(standard(first, body, 0)).isEqualTo(202);
        assertThat(standard(first, body, 0)).isEqualTo(202);
        assertThat(standard(second, body, 0)).isEqualTo(202);
        String third = "msg_" + UUID.randomUUID();
        assertThat(standard(third, body.replace("T10:", "T11:"), 0)).isEqualTo(202);

        assertThat(kept(first)).hasSize(1);
        assertThat(kept(second)).as("about the same").isEmpty();
        assertThat(kept(third)).as("about a later change").hasSize(1);
        assertThat(standard("msg_late", body, -301)).isEqualTo(401);
        assertThat(standard("msg_early", body, 301)).isEqualTo(401);
    }

    @Test
    void takesHmacsOfOtherLengths() throws Exception {
        String body = message("booked");
        String right = HexFormat.of().formatHex(mac("HmacSHA512", body));
        String weak = HexFormat.of().formatHex(mac("HmacSHA256", body));

        assertThat(post("/sha512", body, "x-signature", right)).isEqualTo(202);
        assertThat(post("/sha512", body, "x-signature", weak)).isEqualTo(401);
    }

    @Test
    void takesTokensOfTheChannelsOwnKeys() throws Exception {
        JWSSigner signer = new RSASSASigner(key);
        String right = token(JWSAlgorithm.RS256, signer, "gate", "serai", 60);

        assertThat(bearer("/keys", right)).isEqualTo(202);
        assertThat(bearer("/keys", token(JWSAlgorithm.RS256, signer, "other", "serai", 60)))
                .isEqualTo(401);
        assertThat(bearer("/keys", token(JWSAlgorithm.RS256, signer, "gate", "other", 60)))
                .isEqualTo(401);
        assertThat(bearer("/keys", token(JWSAlgorithm.RS256, signer, "gate", "serai", -120)))
                .isEqualTo(401);
        assertThat(bearer("/keys", token(JWSAlgorithm.PS256, signer, "gate", "serai", 60)))
                .isEqualTo(401);
        RSAKey strange = new RSAKeyGenerator(2048).keyID("now").generate();
        assertThat(
                        bearer(
                                "/keys",
                                token(
                                        JWSAlgorithm.RS256,
                                        new RSASSASigner(strange),
                                        "gate",
                                        "serai",
                                        60)))
                .isEqualTo(401);
        JWSSigner confused = new MACSigner(key.toPublicJWK().toJSONString().getBytes(UTF_8));
        assertThat(bearer("/keys", token(JWSAlgorithm.HS256, confused, "gate", "serai", 60)))
                .isEqualTo(401);
    }

    @Test
    void refusesTokensOfKeysThatAreNotThereHoweverManyCome() throws Exception {
        RSAKey strange = new RSAKeyGenerator(2048).keyID("made-up").generate();
        String forged = token(JWSAlgorithm.RS256, "made-up", new RSASSASigner(strange));
        String right = token(JWSAlgorithm.RS256, "now", new RSASSASigner(key));
        double before = refused();

        for (int call = 0; call < 5; call++) {
            assertThat(bearer("/keys", forged)).isEqualTo(401);
        }

        assertThat(refused() - before).isEqualTo(5);
        assertThat(bearer("/keys", right)).isEqualTo(202);
    }

    private static double refused() {
        Counter counter =
                FOLDERS.serai()
                        .part(MeterRegistry.class)
                        .find("serai.webhooks.refused")
                        .tag("channel", "webhook.gate")
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    private static String token(JWSAlgorithm algorithm, String kid, JWSSigner signer)
            throws Exception {
        return token(algorithm, kid, signer, "gate", "serai", 60);
    }

    @Test
    void takesTokensOfASharedSecret() throws Exception {
        String body = message("booked");
        String right = token(JWSAlgorithm.HS256, new MACSigner(SECRET), "any", "serai", 60);

        assertThat(post("/secret", body, "Authorization", "Bearer " + right)).isEqualTo(202);
        assertThat(bearer("/secret", right.substring(0, right.length() - 4) + "AAAA"))
                .isEqualTo(401);
        assertThat(
                        bearer(
                                "/secret",
                                token(
                                        JWSAlgorithm.HS512,
                                        new MACSigner(new byte[64]),
                                        "any",
                                        "serai",
                                        60)))
                .isEqualTo(401);

        assertThat(kept(id(body))).singleElement().extracting("account_id").isEqualTo(account);
    }

    @Test
    void takesACertificateThatATrustedProxyHandsOn() throws Exception {
        String pem = Files.readString(Path.of("src/test/resources/webhook/certificates/other.pem"));
        String der =
                ":" + Base64.getEncoder().encodeToString(certificate("other").getEncoded()) + ":";
        String named = Base64.getEncoder().encodeToString(certificate("named").getEncoded());
        String escaped = URLEncoder.encode(pem, UTF_8).replace("+", "%20").replace("%2B", "+");

        assertThat(post("/pinned", message("booked"), "x-client-cert", escaped)).isEqualTo(202);
        assertThat(post("/pinned", message("booked"), "x-client-cert", der)).isEqualTo(202);
        assertThat(post("/pinned", message("booked"), "x-client-cert", named)).isEqualTo(401);
        assertThat(post("/pinned", message("booked"), "x-client-cert", "no certificate"))
                .isEqualTo(401);
        assertThat(
                        post(
                                "/named",
                                message("booked"),
                                "x-client-cert",
                                named,
                                "x-client-verify",
                                "SUCCESS"))
                .isEqualTo(202);
        assertThat(
                        post(
                                "/named",
                                message("booked"),
                                "x-client-cert",
                                named,
                                "x-client-verify",
                                "FAILED"))
                .isEqualTo(401);
        assertThat(
                        post(
                                "/named",
                                message("booked"),
                                "x-client-cert",
                                der,
                                "x-client-verify",
                                "SUCCESS"))
                .isEqualTo(401);
    }

    @Test
    void takesACertificateThatIsShownToOurOwnTls(@TempDir Path folder) throws Exception {
        Authority authority =
                new Authority(folder)
                        .sign("localhost")
                        .sign("notify.gate.example")
                        .sign("pinned.gate.example");
        Authority unknown = new Authority(folder).sign("notify.gate.example");
        FOLDERS.serai()
                .part(ChannelAccounts.class)
                .take(
                        "webhook.gate",
                        "Gate by certificate",
                        Map.of(
                                "api_key",
                                "certificate",
                                "webhook_certificate",
                                CallerCertificates.fingerprint(
                                        authority.of("pinned.gate.example"))));
        Service tomcat = tomcat();
        Connector tls = authority.connector("localhost");
        tomcat.addConnector(tls);
        String gate = "https://localhost:" + tls.getLocalPort() + "/webhooks/gate/shown-";

        try {
            SSLContext named = authority.shows("notify.gate.example", authority);
            SSLContext pinned = authority.shows("pinned.gate.example", authority);
            SSLContext forged = unknown.shows("notify.gate.example", authority);

            assertThat(secured(named, gate + "named")).isEqualTo(202);
            assertThat(secured(pinned, gate + "pinned")).isEqualTo(202);
            assertThat(secured(pinned, gate + "named")).as("another's name").isEqualTo(401);
            assertThat(secured(named, gate + "pinned")).as("pinned by nobody").isEqualTo(401);
            assertThat(secured(authority.nobody(), gate + "named")).as("none").isEqualTo(401);
            assertThat(secured(authority.nobody(), gate + "pinned")).as("none").isEqualTo(401);
            assertThatThrownBy(() -> secured(forged, gate + "named"))
                    .as("of an authority that nobody trusts")
                    .isInstanceOf(IOException.class);
        } finally {
            tomcat.removeConnector(tls);
        }
    }

    /** What Serai's own connector is one of. */
    private static Service tomcat() {
        var context =
                (ServletWebServerApplicationContext)
                        ((SpringCamelContext) FOLDERS.serai().part(CamelContext.class))
                                .getApplicationContext();
        return ((TomcatWebServer) context.getWebServer()).getTomcat().getService();
    }

    private static int secured(SSLContext caller, String url) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(caller)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(message("booked")))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void worksAKeptCallOffOnceMoreWhenSomebodyWants() throws Exception {
        String useless = message("review");
        assertThat(signed(useless)).isEqualTo(202);
        await().until(() -> state(useless).equals("unused"));
        assertThat(kept(id(useless)))
                .singleElement()
                .extracting("reason")
                .isEqualTo("nobody reads reviews");
        sql("update ota_webhooks set kind = 'booked' where message_id = ?")
                .param(id(useless))
                .update();

        assertThat(replay(useless)).isTrue();
        assertThat(state(useless)).isEqualTo("done");
        assertThat(replay(useless)).as("done already").isTrue();

        sql("update ota_webhooks set kind = 'failing' where message_id = ?")
                .param(id(useless))
                .update();
        assertThat(replay(useless)).isFalse();
        assertThat(state(useless)).isEqualTo("parked");
        sql("update ota_webhooks set kind = 'booked' where message_id = ?")
                .param(id(useless))
                .update();
        assertThat(replay(useless)).as("by its parked message").isTrue();
        assertThat(state(useless)).isEqualTo("done");
    }

    @Test
    void beginsNoCallTwiceAtTheSameTime() throws Exception {
        String call = message("booked");
        assertThat(signed(call)).isEqualTo(202);
        await().until(() -> state(call).equals("done"));
        sql("update ota_webhooks set until = now() + interval '1 minute' where message_id = ?")
                .param(id(call))
                .update();

        assertThatThrownBy(() -> replay(call))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseMessage(
                        "webhook call: %s (expected: one that is kept and not under work, of a channel with a folder)"
                                .formatted(kept(id(call)).get(0).get("id")));
    }

    private static boolean replay(String call) {
        return FOLDERS.serai()
                .part(CamelContext.class)
                .createProducerTemplate()
                .requestBody(
                        "direct:webhook-replay", kept(id(call)).get(0).get("id"), Boolean.class);
    }

    private static int signed(String body) throws Exception {
        return post(
                "/sha512", body, "x-signature", HexFormat.of().formatHex(mac("HmacSHA512", body)));
    }

    private static int standard(String id, String body, long off) throws Exception {
        String stamp = Long.toString(Instant.now().getEpochSecond() + off);
        String signature =
                Base64.getEncoder()
                        .encodeToString(mac("HmacSHA256", id + "." + stamp + "." + body));
        return post(
                "",
                body,
                "webhook-id",
                id,
                "webhook-timestamp",
                stamp,
                "webhook-signature",
                "v1," + signature);
    }

    private static byte[] mac(String algorithm, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(SECRET, algorithm));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static String token(
            JWSAlgorithm algorithm, JWSSigner signer, String issuer, String audience, long seconds)
            throws Exception {
        return token(algorithm, "now", signer, issuer, audience, seconds);
    }

    private static String token(
            JWSAlgorithm algorithm,
            String kid,
            JWSSigner signer,
            String issuer,
            String audience,
            long seconds)
            throws Exception {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(kid).build(),
                        new JWTClaimsSet.Builder()
                                .issuer(issuer)
                                .audience(List.of("others", audience))
                                .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                                .build());
        token.sign(signer);
        return token.serialize();
    }

    private static X509Certificate certificate(String name) throws Exception {
        try (InputStream file =
                Files.newInputStream(
                        Path.of("src/test/resources/webhook/certificates", name + ".pem"))) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    private static int bearer(String hook, String token) throws Exception {
        return post(hook, message("booked"), "Authorization", "Bearer " + token);
    }

    private static int post(String hook, String body, String... headers) throws Exception {
        HttpResponse<Void> answer =
                HTTP.send(
                        HttpRequest.newBuilder(
                                        URI.create(FOLDERS.serai().url() + "/webhooks/gate" + hook))
                                .headers(headers)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding());
        return answer.statusCode();
    }

    private static String message(String kind) {
        return "{\"id\":\"%s\",\"kind\":\"%s\"}".formatted(UUID.randomUUID(), kind);
    }

    private static String id(String call) {
        return call.substring(7, 43);
    }

    private static String state(String call) {
        return (String) kept(id(call)).get(0).get("state");
    }

    private static List<Map<String, Object>> kept(String id) {
        return sql("select id, state, reason, account_id from ota_webhooks where message_id = ?")
                .param(id)
                .query()
                .listOfRows();
    }

    private static org.springframework.jdbc.core.simple.JdbcClient.StatementSpec sql(String text) {
        return FOLDERS.serai().sql().sql(text);
    }
}
