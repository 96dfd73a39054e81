package io.serai.console.engineer;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineerPageTests {

    private final Visitor engineer = Visitor.signedIn(Visitor.user("engineer"));

    @Test
    void showsTheFilesOfAChannelAndWhatRunsFromThem() {
        String folders = engineer.get("/engineer").body();
        String folder = engineer.get("/engineer/folders/expedia").body();

        assertThat(folders)
                .contains(
                        "Expedia",
                        "in force",
                        "Why no message can be traced there",
                        "/engineer/routes");
        assertThat(folder)
                .contains("routes/expedia/ari-push.camel.yaml", "expedia-ari-push", "running");
    }

    @Test
    void looksAtTheFoldersNow() {
        engineer.get("/engineer");

        engineer.post("/engineer/reload", Map.of());

        assertThat(engineer.get("/engineer").body()).contains("files looked at; none is refused.");
    }

    @Test
    void triesTheMappingsOfAChannel() {
        engineer.get("/engineer");

        var checked = engineer.post("/engineer/folders/bookingcom/check", Map.of());
        var compared = engineer.post("/engineer/folders/bookingcom/compare", Map.of());

        assertThat(checked.body()).containsPattern("(\\d+) of \\1 examples hold");
        assertThat(compared.body()).contains("wrote all that was sent");
    }

    @Test
    void showsHawtioInTheFrameToEngineersOfAllHotelsAlone() {
        Visitor ofOne = Visitor.signedIn(Visitor.user("engineer", 1));

        var page = engineer.get("/engineer/routes");
        var hawtio = engineer.get("/actuator/hawtio/index.html");

        assertThat(page.body()).contains("<iframe", "src=\"/actuator/hawtio\"", "aria-current");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(hawtio.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'self'");
        assertThat(ofOne.get("/engineer/routes").statusCode()).isEqualTo(403);
    }

    @Test
    void isForEngineersOnly() {
        Visitor operator = Visitor.signedIn(Visitor.user("operator"));

        assertThat(operator.get("/engineer").statusCode()).isEqualTo(403);
        assertThat(operator.post("/engineer/reload", Map.of()).statusCode()).isEqualTo(403);
    }
}
