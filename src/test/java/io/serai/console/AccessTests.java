package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTests {

    private static final String[] PAGE = {"Accept", "text/html, */*"};

    @ParameterizedTest
    @CsvSource({
        "/login, 200",
        "/console/console.css, 200",
        "/webjars/htmx.org/dist/htmx.min.js, 200",
        "/actuator/health, 200",
        "/actuator/health/liveness, 200",
        "/webhooks/nobody, 404",
        "/, 302",
        "/hotels/1/now, 302",
        "/actuator/prometheus, 401",
        "/actuator/info, 401",
        "/actuator/jolokia, 401",
        "/api/inbox, 401"
    })
    void opensToAStrangerOnlyWhatIsForStrangers(String path, int status) {
        var answer = new Visitor().get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "operator, /actuator/prometheus, 403",
        "viewer, /actuator/info, 403",
        "finance, /actuator/hawtio/, 403",
        "operator, /actuator/hawtio/, 403",
        "operator, /actuator/jolokia, 403",
        "engineer, /actuator/prometheus, 200",
        "engineer, /actuator/hawtio/, 200",
        "admin, /actuator/hawtio/, 200"
    })
    void opensTheRoutesToEngineersOnly(String role, String path, int status) {
        var visitor = Visitor.signedIn(Visitor.user(role));

        var answer = visitor.get(path, PAGE);

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"operator, false", "engineer, true", "admin, true"})
    void tellsWhatIsRefusedAndWhichBreakersAreOpenToWhoWorksOnTheRoutes(String role, boolean told) {
        var health = Visitor.signedIn(Visitor.user(role)).get("/actuator/health").body();

        assertThat(health).contains("\"status\"");
        assertThat(health.contains("\"flows\"") && health.contains("\"breakers\"")).isEqualTo(told);
        assertThat(new Visitor().get("/actuator/health").body()).doesNotContain("components");
    }

    @Test
    void sendsAStrangerWithABrowserToTheSignIn() {
        var visitor = new Visitor();

        var console = visitor.get("/actuator/hawtio/", PAGE);
        var part = visitor.get("/hotels/1/now", "HX-Request", "true");

        assertThat(console.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @Test
    void answersAProgramInItsOwnTerms() {
        String login = Visitor.user("operator");

        var stranger = new Visitor().get("/api/nothing");
        var known = new Visitor().get("/api/nothing", "Authorization", Visitor.basic(login));

        assertThat(stranger.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(stranger.body()).contains("expected: those of a user");
        assertThat(known.statusCode()).isEqualTo(404);
        assertThat(known.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void takesNoFormWithoutItsToken() {
        var visitor = Visitor.signedIn(Visitor.user("admin"));

        var answer = visitor.json("/hotels/1/connections/1/sync", "");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void runsNoScriptThatIsWrittenIntoAPage() {
        var page = new Visitor().get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<style", " style=", " onclick");
    }

    @ParameterizedTest
    @CsvSource({"/login", "/api/connections", "/actuator/health"})
    void tellsBrowsersToKeepToThemselvesWhatTheySee(String path) {
        var headers = new Visitor().get(path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(headers.firstValue("X-Frame-Options")).isPresent();
    }

    @Test
    void givesWhoSignsInAnotherSession() {
        var visitor = new Visitor();
        visitor.get("/hotels/1/now", "Accept", "text/html");
        String before = visitor.cookie("JSESSIONID");

        visitor.signIn(Visitor.user("operator"), Visitor.PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void keepsTheSessionFromScripts() {
        var answer = new Visitor().signIn(Visitor.user("operator"), Visitor.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(
                        cookie ->
                                cookie.startsWith("JSESSIONID=")
                                        && cookie.contains("HttpOnly")
                                        && cookie.contains("SameSite=Lax"));
    }

    @Test
    void looksAtNoPasswordAfterTooManyWrongOnes() {
        String login = Visitor.user("operator");
        var visitor = new Visitor();

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(where(visitor, login, "wrong")).endsWith("/login?wrong");
        }

        assertThat(where(visitor, login, Visitor.PASSWORD)).endsWith("/login?wait");
        assertThat(where(visitor, Visitor.user("operator"), Visitor.PASSWORD)).endsWith("/");
    }

    @Test
    void letsNobodyInWhoIsNotEnabled() {
        String login = Visitor.user("admin");
        io.serai.testing.RunningSerai.shared()
                .sql()
                .sql("update users set is_enabled = false where login = ?")
                .param(login)
                .update();

        String where = where(new Visitor(), login, Visitor.PASSWORD);

        assertThat(where).endsWith("/login?wrong");
    }

    @Test
    void forgetsWhoSignsOut() {
        var visitor = Visitor.signedIn(Visitor.user("admin"));
        visitor.get("/");

        visitor.post("/logout", Map.of());

        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    private static String where(Visitor visitor, String login, String password) {
        return visitor.signIn(login, password).headers().firstValue("Location").orElseThrow();
    }
}
