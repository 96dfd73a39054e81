package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.RunningSerai;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody whom an OpenID Connect provider knows comes in, if they are a user here. */
class OidcSignInTests {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static RunningSerai serai;

    @BeforeAll
    static void aSeraiWithAProvider() {
        PROVIDER.start();
        serai =
                RunningSerai.with(
                        Map.of(
                                "serai.oidc.issuer",
                                PROVIDER.issuerUrl("house").toString(),
                                "serai.oidc.client-id",
                                "serai",
                                "serai.oidc.client-secret",
                                "a secret"));
    }

    @AfterAll
    static void stop() {
        serai.close();
        PROVIDER.shutdown();
    }

    @Test
    void letsInWhoIsAUserHereAndHasThemStayIt() throws Exception {
        String login = Visitor.user(serai, "admin");
        Visitor visitor = Visitor.at(serai);

        String where = signIn(visitor, Map.of("email", login, "email_verified", true));

        assertThat(URI.create(where).getPath()).isEqualTo("/");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/actuator/hawtio/", "Accept", "text/html").statusCode())
                .isEqualTo(200);
        serai.sql()
                .sql("update users set is_enabled = false where login = ?")
                .param(login)
                .update();
        assertThat(visitor.get("/actuator/hawtio/", "Accept", "text/html").statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsNobodyInWhoIsNoUserHere() throws Exception {
        Visitor visitor = Visitor.at(serai);

        String where =
                signIn(visitor, Map.of("email", "stranger@else.example", "email_verified", true));

        assertThat(where).endsWith("/login?unknown");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void believesNoAddressThatTheProviderDidNotVerify() throws Exception {
        String login = Visitor.user(serai, "admin");

        String where = signIn(Visitor.at(serai), Map.of("email", login));

        assertThat(where).endsWith("/login?unknown");
    }

    @Test
    void saysThatNothingCameOfItWhereTheProviderLetsNobodyIn() {
        Visitor visitor = Visitor.at(serai);
        String state = asked(visitor).replaceFirst(".*state=([^&]+).*", "$1");

        String where =
                location(
                        visitor.get("/login/oauth2/code/serai?error=access_denied&state=" + state));

        assertThat(where).endsWith("/login?unfinished");
        assertThat(visitor.get("/login?unfinished").body())
                .contains("single sign-on", "did not come to its end");
    }

    @Test
    void endsTheSessionAtTheProviderTooWhenSomebodySignsOut() throws Exception {
        String login = Visitor.user(serai, "operator");
        Visitor visitor = Visitor.at(serai);
        signIn(visitor, Map.of("email", login, "email_verified", true));
        visitor.get("/login");

        String where = location(visitor.post("/logout", Map.of()));
        HttpResponse<String> left = visitor.get("/login?left");

        assertThat(where).endsWith("/login?left");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(left.headers().firstValue("Refresh").orElseThrow())
                .startsWith("0; url=" + PROVIDER.endSessionEndpointUrl("house") + "?id_token_hint=")
                .contains("post_logout_redirect_uri=" + serai.url() + "/login?left");
        assertThat(visitor.get("/login?left").headers().firstValue("Refresh")).isEmpty();
    }

    @Test
    void leadsWhoCameInByPasswordToNoProvider() {
        Visitor visitor = Visitor.signedIn(serai, Visitor.user(serai, "operator"));

        visitor.post("/logout", Map.of());

        HttpResponse<String> left = visitor.get("/login?left");
        assertThat(left.headers().firstValue("Refresh")).isEmpty();
        assertThat(left.body()).contains("You are signed out.");
    }

    @Test
    void showsTheWayOnTheSignInPage() {
        String page = Visitor.at(serai).get("/login").body();

        assertThat(page).contains("/oauth2/authorization/serai", "single sign-on");
        assertThat(Visitor.at(RunningSerai.shared()).get("/login").body())
                .doesNotContain("/oauth2/");
    }

    /** As a browser goes: to the provider and back; returns where it is led then. */
    private static String signIn(Visitor visitor, Map<String, Object> claims) throws Exception {
        PROVIDER.enqueueCallback(
                new DefaultOAuth2TokenCallback(
                        "house", "somebody", "JWT", List.of("serai"), claims, 3600));
        String asked = asked(visitor);
        HttpResponse<String> provider =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(asked)).build(),
                                BodyHandlers.ofString());
        URI back = URI.create(location(provider));
        return location(visitor.get(back.getRawPath() + "?" + back.getRawQuery()));
    }

    /** What the provider is asked by a browser that is led there. */
    private static String asked(Visitor visitor) {
        String asked = location(visitor.get("/oauth2/authorization/serai"));
        assertThat(asked).contains("code_challenge=", "nonce=", "state=");
        return asked;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }
}
