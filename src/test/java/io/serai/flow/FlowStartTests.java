package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FlowStartTests {

    @TempDir Path root;

    @Test
    void startsWithoutAnyFolder() {
        try (var serai = FlowTestApp.start(root)) {
            var files = serai.getBean(FlowFiles.class);

            assertThat(files.all()).isEmpty();
            assertThat(files.firstLoadIsOver()).isTrue();
        }
    }

    @Test
    void loadsWhatBeginsByItselfAfterAllThatItMayCall() {
        Folder.write(
                root.resolve("routes/a/clock.camel.yaml"),
                """
                - route:
                    id: clock
                    from:
                      uri: timer
                      parameters:
                        timerName: clock
                      steps:
                        - to:
                            id: call
                            uri: direct:called
                """);
        Folder.write(root.resolve("routes/b/called.camel.yaml"), Folder.answering("called", "x"));

        try (var serai = FlowTestApp.start(root)) {
            var routes = serai.getBean(CamelContext.class).getRoutes();

            assertThat(routes).extracting(Route::getId).containsExactly("called", "clock");
        }
    }

    @Test
    void isReadyOnceEveryFileWasTakenOrRefused() {
        Folder.write(root.resolve("routes/inn/good.camel.yaml"), Folder.answering("good", "x"));
        Folder.write(root.resolve("routes/inn/bad.camel.yaml"), "nonsense");
        try (var serai = FlowTestApp.start(root)) {
            var health = serai.getBean("flowsHealthIndicator", HealthIndicator.class).health();

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails().get("refused").toString())
                    .contains("routes/inn/bad.camel.yaml:1 ");
            assertThat(serai.getBean(MeterRegistry.class).get("serai.flow.refused").gauge().value())
                    .isEqualTo(1);
            assertThat(serai.getBean(ApplicationAvailability.class).getReadinessState())
                    .isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void isNotHealthyBeforeTheFirstLoad() {
        var files = new FlowFiles(java.time.Clock.systemUTC());

        var health = new FlowHealth(files).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void hasCallersComeAgainUntilTheFirstLoadIsOver() throws Exception {
        var files = new FlowFiles(java.time.Clock.systemUTC());

        var before = asked(files);
        files.firstLoaded();
        var after = asked(files);

        assertThat(before.getStatus()).isEqualTo(503);
        assertThat(before.getHeader("Retry-After")).isEqualTo("5");
        assertThat(after.getStatus()).isEqualTo(200);
    }

    private static MockHttpServletResponse asked(FlowFiles files) throws Exception {
        var answer = new MockHttpServletResponse();
        new NotYet(files)
                .doFilter(
                        new MockHttpServletRequest("GET", "/api/jobs"),
                        answer,
                        new MockFilterChain());
        return answer;
    }

    @Test
    void runsTheLastGoodTextsWhenItStartsAgainWithBrokenFiles() {
        Folder.write(root.resolve("routes/inn/a.camel.yaml"), Folder.answering("inn-a", "good"));
        Folder.write(root.resolve("routes/inn/b.camel.yaml"), Folder.answering("inn-b", "gone"));
        FlowTestApp.start(root).close();
        Folder.write(root.resolve("routes/inn/a.camel.yaml"), "nonsense");
        assertThat(root.resolve("routes/inn/b.camel.yaml").toFile().delete()).isTrue();

        try (var serai = FlowTestApp.start(root)) {
            var folder = new Folder(root, serai);

            assertThat(folder.ask("inn-a")).isEqualTo("good");
            assertThat(folder.refusal("routes/inn/a.camel.yaml").orElseThrow())
                    .startsWith("routes/inn/a.camel.yaml:1 ");
            assertThat(folder.camel().getRoute("inn-b")).isNull();
            assertThat(root.resolve("kept/routes/inn/b.camel.yaml")).doesNotExist();
        }
    }

    @Test
    void tellsOfEveryFileAndTakesARefusalOfAListener() {
        Folder.write(root.resolve("routes/inn/channel.yaml"), "code: inn\n");
        Folder.write(root.resolve("routes/inn/a.camel.yaml"), Folder.answering("inn-a", "good"));
        Folder.write(root.resolve("mappings/inn/a.jslt"), "{}");
        try (var serai = FlowTestApp.start(root)) {
            var folder = new Folder(root, serai);
            assertThat(serai.getBean(Listener.class).heard)
                    .containsExactly(
                            "ROUTES inn/channel.yaml",
                            "MAPPINGS inn/a.jslt",
                            "ROUTES inn/a.camel.yaml",
                            "ready");

            folder.save("routes/inn/channel.yaml", "code: inn\nrefuse me: now\n");

            assertThat(folder.awaitRefusal("routes/inn/channel.yaml"))
                    .isEqualTo("routes/inn/channel.yaml:2 unknown key 'refuse me'");
            serai.getBean(Listener.class).heard.clear();
            folder.save("routes/inn/channel.yaml", "code: inn\n");
            await().untilAsserted(
                            () ->
                                    assertThat(serai.getBean(Listener.class).heard)
                                            .as("whoever refused the newer text hears of the old")
                                            .containsExactly("ROUTES inn/channel.yaml"));

            folder.delete("routes/inn/channel.yaml");
            await().untilAsserted(
                            () ->
                                    assertThat(folder.awaitRefusal("routes/inn/channel.yaml"))
                                            .isEqualTo(
                                                    "routes/inn/channel.yaml is gone, but routes/inn/a.camel.yaml builds on it"));
            folder.delete("routes/inn/a.camel.yaml");
            await().untilAsserted(
                            () ->
                                    assertThat(serai.getBean(Listener.class).heard)
                                            .endsWith(
                                                    "ROUTES inn/a.camel.yaml gone",
                                                    "ROUTES inn/channel.yaml gone"));
        }
    }

    @Test
    void showsRoutesInJmxWithTheIdsOfTheirFiles() throws Exception {
        Folder.write(root.resolve("routes/inn/a.camel.yaml"), Folder.answering("inn-a", "good"));
        try (var serai = FlowTestApp.start(root, "camel.main.jmx-enabled=true")) {
            var name = new ObjectName("org.apache.camel:context=*,type=routes,name=\"inn-a\"");

            assertThat(serai.getBean(CamelContext.class).getName()).isEqualTo("serai");
            assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(name, null))
                    .hasSize(1);
        }
    }
}
