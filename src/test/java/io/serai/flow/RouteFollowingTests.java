package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class RouteFollowingTests {

    @TempDir static Path root;

    private static ConfigurableApplicationContext serai;
    private static Folder folder;

    @BeforeAll
    static void start() {
        serai = FlowTestApp.start(root, "inn.greeting=welcome");
        folder = new Folder(root, serai);
    }

    @AfterAll
    static void stop() {
        serai.close();
    }

    @Test
    void loadsANewFileInAFolderThatDidNotExist() {
        folder.save("routes/newinn/rooms.camel.yaml", Folder.answering("newinn-rooms", "ten"));

        folder.awaitAnswer("newinn-rooms", "ten");

        assertThat(folder.files().find("routes/newinn/rooms.camel.yaml").orElseThrow().ids())
                .containsExactly("newinn-rooms");
    }

    @Test
    void swapsAnEditedRouteAndLeavesTheOthersAlone() {
        folder.save("routes/edit/a.camel.yaml", Folder.answering("edit-a", "one"));
        folder.save("routes/edit/b.camel.yaml", Folder.answering("edit-b", "b"));
        folder.awaitAnswer("edit-a", "one");
        folder.awaitAnswer("edit-b", "b");
        var other = folder.camel().getRoute("edit-b");

        folder.save("routes/edit/a.camel.yaml", Folder.answering("edit-a", "two"));

        folder.awaitAnswer("edit-a", "two");
        assertThat(folder.camel().getRoute("edit-b")).isSameAs(other);
    }

    @Test
    void refusesBrokenYamlWithItsLineAndKeepsTheRouteRunning() {
        folder.save("routes/broken/a.camel.yaml", Folder.answering("broken-a", "good"));
        folder.awaitAnswer("broken-a", "good");

        folder.save("routes/broken/a.camel.yaml", "- route:\n    id: broken-a\n   from: [\n");

        assertThat(folder.awaitRefusal("routes/broken/a.camel.yaml"))
                .startsWith("routes/broken/a.camel.yaml:3 is not YAML");
        assertThat(folder.ask("broken-a")).isEqualTo("good");
    }

    @Test
    void refusesAStepThatCamelDoesNotKnowWithItsLine() {
        String text = Folder.answering("typo-a", "x").replace("setBody", "setBdoy");

        folder.save("routes/typo/a.camel.yaml", text);

        assertThat(folder.awaitRefusal("routes/typo/a.camel.yaml"))
                .startsWith("routes/typo/a.camel.yaml:9 ")
                .contains("setBdoy");
    }

    @Test
    void refusesAnUnknownComponentWithItsLineAndKeepsTheRouteRunning() {
        folder.save("routes/unknown/a.camel.yaml", Folder.answering("unknown-a", "good"));
        folder.awaitAnswer("unknown-a", "good");

        folder.save(
                "routes/unknown/a.camel.yaml",
                Folder.answering("unknown-a", "bad")
                        + """
                                - to:
                                    id: nowhere
                                    uri: carrierpigeon
                                    parameters:
                                      loft: one
                        """);

        assertThat(folder.awaitRefusal("routes/unknown/a.camel.yaml"))
                .startsWith("routes/unknown/a.camel.yaml:16 ")
                .contains("carrierpigeon");
        assertThat(folder.ask("unknown-a")).isEqualTo("good");
    }

    @Test
    void refusesAnUnknownOptionOfAnEndpointWithItsLine() {
        folder.save(
                "routes/option/a.camel.yaml",
                Folder.answering("option-a", "bad")
                        + """
                                - to:
                                    id: say
                                    uri: log
                                    parameters:
                                      loggerName: inn
                                      shuoldShowAll: true
                        """);

        assertThat(folder.awaitRefusal("routes/option/a.camel.yaml"))
                .startsWith("routes/option/a.camel.yaml:19 ")
                .contains("shuoldShowAll");
    }

    @Test
    void refusesABadExpressionWithItsLine() {
        folder.save(
                "routes/expression/a.camel.yaml",
                Folder.answering("expression-a", "x")
                        .replace("constant:", "simple:")
                        .replace("expression: x", "expression: ${bodi.x"));

        assertThat(folder.awaitRefusal("routes/expression/a.camel.yaml"))
                .startsWith("routes/expression/a.camel.yaml:13 ");
    }

    @Test
    void refusesAnUnknownPropertyWithItsLineAndTakesAKnownOne() {
        folder.save("routes/property/a.camel.yaml", greeting("{{inn.farewell}}"));
        assertThat(folder.awaitRefusal("routes/property/a.camel.yaml"))
                .startsWith("routes/property/a.camel.yaml:13 ")
                .contains("inn.farewell");

        folder.save("routes/property/a.camel.yaml", greeting("{{inn.greeting}}"));

        folder.awaitAnswer("property-a", "welcome");
    }

    private static String greeting(String expression) {
        return Folder.answering("property-a", '"' + expression + '"');
    }

    @Test
    void refusesARouteWithoutAnId() {
        folder.save(
                "routes/noid/a.camel.yaml",
                Folder.answering("noid-a", "x").replace("    id: noid-a\n", ""));

        assertThat(folder.awaitRefusal("routes/noid/a.camel.yaml")).contains("route has no id");
    }

    @Test
    void followsARouteThatIsRenamedInItsFile() {
        folder.save("routes/rename/a.camel.yaml", Folder.answering("rename-old", "x"));
        folder.awaitAnswer("rename-old", "x");

        folder.save("routes/rename/a.camel.yaml", Folder.answering("rename-new", "y"));

        folder.awaitAnswer("rename-new", "y");
        assertThat(folder.camel().getRoute("rename-old")).isNull();
    }

    @Test
    void followsAFileThatIsRenamed() throws IOException {
        folder.save("routes/move/a.camel.yaml", Folder.answering("move-a", "x"));
        folder.awaitAnswer("move-a", "x");

        Files.move(root.resolve("routes/move/a.camel.yaml"), root.resolve("routes/move/b.yaml"));

        folder.awaitTaken("routes/move/b.yaml");
        folder.awaitAnswer("move-a", "x");
        assertThat(folder.files().find("routes/move/a.camel.yaml")).isEmpty();
    }

    @Test
    void stopsTheRoutesOfADeletedFolder() {
        folder.save("routes/gone/a.camel.yaml", Folder.answering("gone-a", "x"));
        folder.save("routes/gone/b.camel.yaml", Folder.answering("gone-b", "x"));
        folder.awaitAnswer("gone-a", "x");
        folder.awaitAnswer("gone-b", "x");

        folder.delete("routes/gone/a.camel.yaml");
        folder.delete("routes/gone/b.camel.yaml");
        folder.delete("routes/gone");

        folder.awaitGone("gone-a");
        folder.awaitGone("gone-b");
        await().untilAsserted(
                        () ->
                                assertThat(folder.files().find("routes/gone/a.camel.yaml"))
                                        .isEmpty());
    }

    @Test
    void refusesAnIdThatBelongsToAnotherFileAndTakesItOnceItIsFree() {
        folder.save("routes/owner/a.camel.yaml", Folder.answering("owner-a", "first"));
        folder.awaitAnswer("owner-a", "first");

        folder.save("routes/owner/b.camel.yaml", Folder.answering("owner-a", "thief"));

        assertThat(folder.awaitRefusal("routes/owner/b.camel.yaml"))
                .isEqualTo(
                        "routes/owner/b.camel.yaml:2 id 'owner-a' belongs to"
                                + " routes/owner/a.camel.yaml");
        assertThat(folder.ask("owner-a")).isEqualTo("first");
        folder.delete("routes/owner/a.camel.yaml");
        folder.awaitAnswer("owner-a", "thief");
    }

    @Test
    void refusesTheSameIdTwiceInOneFile() {
        folder.save(
                "routes/twice/a.camel.yaml",
                Folder.answering("twice-a", "x") + Folder.answering("twice-a", "y"));

        assertThat(folder.awaitRefusal("routes/twice/a.camel.yaml")).contains("twice-a");
        assertThat(folder.camel().getRoute("twice-a")).isNull();
    }

    @Test
    void refusesAnEmptiedFileAndKeepsTheRouteRunning() {
        folder.save("routes/empty/a.camel.yaml", Folder.answering("empty-a", "good"));
        folder.awaitAnswer("empty-a", "good");

        folder.save("routes/empty/a.camel.yaml", "");

        assertThat(folder.awaitRefusal("routes/empty/a.camel.yaml"))
                .startsWith("routes/empty/a.camel.yaml:1 is empty");
        assertThat(folder.ask("empty-a")).isEqualTo("good");
    }

    @Test
    void runsOnWhenARefusedEditIsTakenBack() {
        folder.save("routes/undo/a.camel.yaml", Folder.answering("undo-a", "good"));
        folder.awaitAnswer("undo-a", "good");
        folder.save("routes/undo/a.camel.yaml", "nonsense");
        folder.awaitRefusal("routes/undo/a.camel.yaml");

        folder.save("routes/undo/a.camel.yaml", Folder.answering("undo-a", "good"));

        folder.awaitTaken("routes/undo/a.camel.yaml");
        assertThat(folder.ask("undo-a")).isEqualTo("good");
    }

    @Test
    void runsTheLastGoodTextWhenTheNewOneWillNotStart() {
        folder.save("routes/balk/a.camel.yaml", balky("old"));
        folder.awaitTaken("routes/balk/a.camel.yaml");

        Balky.BALKS.set(true);
        folder.save("routes/balk/a.camel.yaml", balky("new"));

        assertThat(folder.awaitRefusal("routes/balk/a.camel.yaml"))
                .contains("would not start", "the port is in use");
        assertThat(folder.camel().getRoute("balk-a").getEndpoint().getEndpointUri())
                .isEqualTo("balky://old");
        assertThat(folder.camel().getRouteController().getRouteStatus("balk-a"))
                .isEqualTo(ServiceStatus.Started);
        Balky.BALKS.set(false);
    }

    private static String balky(String port) {
        return Folder.answering("balk-a", "x")
                .replace(
                        "uri: direct\n      parameters:\n        name: balk-a",
                        "uri: balky:" + port);
    }

    @Test
    void swapsATimerAndAQuartzRoute() {
        folder.save(
                "routes/clock/timer.camel.yaml",
                ticking("timer", "timerName: tick\n        period: 20", "one"));
        folder.save(
                "routes/clock/quartz.camel.yaml",
                ticking(
                        "quartz",
                        "groupName: g\n        triggerName: tick\n        cron: '* * * * * ?'",
                        "one"));
        folder.awaitTaken("routes/clock/timer.camel.yaml");
        folder.awaitTaken("routes/clock/quartz.camel.yaml");

        folder.save(
                "routes/clock/timer.camel.yaml",
                ticking("timer", "timerName: tick\n        period: 30", "two"));
        folder.save(
                "routes/clock/quartz.camel.yaml",
                ticking(
                        "quartz",
                        "groupName: g\n        triggerName: tick\n        cron: '* * * * * ?'",
                        "two"));

        assertThat(received("timer-two")).isEqualTo("two");
        assertThat(received("quartz-two")).isEqualTo("two");
    }

    private static String ticking(String scheme, String parameters, String word) {
        return """
        - route:
            id: clock-%1$s
            from:
              id: tick
              uri: %1$s
              parameters:
                %2$s
              steps:
                - setBody:
                    id: say
                    expression:
                      constant:
                        expression: %3$s
                - to:
                    id: hand-over
                    uri: seda
                    parameters:
                      name: %1$s-%3$s
                      discardWhenFull: true
                      size: 5
        """
                .formatted(scheme, parameters, word);
    }

    private static String received(String queue) {
        return await().until(
                        () ->
                                folder.camel()
                                        .createConsumerTemplate()
                                        .receiveBody(
                                                "seda:" + queue + "?size=5&discardWhenFull=true",
                                                100,
                                                String.class),
                        word -> word != null);
    }

    @Test
    void swapsAnXmlRoute() {
        folder.save("routes/xml/a.camel.xml", xml("one"));
        folder.awaitAnswer("xml-a", "one");

        folder.save("routes/xml/a.camel.xml", xml("two"));

        folder.awaitAnswer("xml-a", "two");
        folder.save("routes/xml/a.camel.xml", xml("three").replace("setBody", "setBdoy"));
        assertThat(folder.awaitRefusal("routes/xml/a.camel.xml"))
                .startsWith("routes/xml/a.camel.xml:4 ")
                .contains("setBdoy");
        assertThat(folder.ask("xml-a")).isEqualTo("two");
    }

    private static String xml(String answer) {
        return """
        <routes xmlns="http://camel.apache.org/schema/spring">
          <route id="xml-a">
            <from uri="direct:xml-a"/>
            <setBody id="answer"><constant>%s</constant></setBody>
          </route>
        </routes>
        """
                .formatted(answer);
    }

    @Test
    void losesNoCallOfARouteThatIsSwappedUnderLoad() throws Exception {
        folder.save("routes/load/a.camel.yaml", Folder.answering("load-a", "v0"));
        folder.awaitAnswer("load-a", "v0");
        var stop = new AtomicBoolean();
        var calls =
                CompletableFuture.supplyAsync(
                        () -> {
                            int answered = 0;
                            while (!stop.get()) {
                                assertThat(folder.ask("load-a")).startsWith("v");
                                answered++;
                            }
                            return answered;
                        });

        for (int version = 1; version <= 8; version++) {
            folder.save("routes/load/a.camel.yaml", Folder.answering("load-a", "v" + version));
            folder.awaitAnswer("load-a", "v" + version);
        }
        stop.set(true);

        assertThat(calls.get(10, TimeUnit.SECONDS)).isGreaterThan(100);
    }

    @Test
    void losesNoMessageOfAQueueThatIsSwappedUnderLoad() {
        var done = new AtomicInteger();
        folder.camel().getRegistry().bind("tally", done);
        folder.save("routes/queue/feed.camel.yaml", feeding());
        folder.save("routes/queue/work.camel.yaml", working("v0"));
        folder.awaitTaken("routes/queue/feed.camel.yaml");
        folder.awaitTaken("routes/queue/work.camel.yaml");
        var stop = new AtomicBoolean();
        var sent =
                CompletableFuture.supplyAsync(
                        () -> {
                            int messages = 0;
                            while (!stop.get()) {
                                folder.ask("queue-feed");
                                messages++;
                            }
                            return messages;
                        });

        try {
            for (int version = 1; version <= 3; version++) {
                folder.save("routes/queue/work.camel.yaml", working("v" + version));
                awaitText("queue/work.camel.yaml", "v" + version);
            }
        } finally {
            stop.set(true);
        }

        assertThat(sent.join()).isGreaterThan(50);
        await().atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(done.get()).isEqualTo(sent.join()));
    }

    private static void awaitText(String file, String text) {
        var shelf = serai.getBean(RouteShelf.class);
        await().until(() -> String.valueOf(shelf.runs(file)).contains(text));
    }

    private static String feeding() {
        return Folder.answering("queue-feed", "x")
                + """
                        - delay:
                            id: now-and-then
                            expression:
                              constant:
                                expression: "3"
                        - to:
                            id: hand-over
                            uri: seda
                            parameters:
                              name: queue-work
                              waitForTaskToComplete: Never
                              blockWhenFull: true
                """;
    }

    private static String working(String version) {
        return Folder.answering("queue-work", version).replace("uri: direct", "uri: seda")
                + """
                        - delay:
                            id: work
                            expression:
                              constant:
                                expression: "5"
                        - bean:
                            id: count
                            ref: tally
                            method: incrementAndGet
                """;
    }

    @Test
    void finishesWhatARouteHasInHandBeforeItIsSwapped() throws Exception {
        folder.save("routes/slow/a.camel.yaml", slow("500", "old"));
        folder.awaitTaken("routes/slow/a.camel.yaml");
        var inHand = CompletableFuture.supplyAsync(() -> folder.ask("slow-a"));
        await().until(() -> folder.camel().getInflightRepository().size("slow-a") == 1);

        folder.save("routes/slow/a.camel.yaml", slow("0", "new"));
        await().until(() -> folder.files().find("routes/slow/a.camel.yaml").isPresent());

        assertThat(inHand.get(10, TimeUnit.SECONDS)).isEqualTo("old");
        folder.awaitAnswer("slow-a", "new");
    }

    @Test
    void letsARouteGoOnThatDoesNotFinishInTimeAndSwapsItLater() throws Exception {
        folder.save("routes/stuck/a.camel.yaml", slow("4000", "old").replace("slow-a", "stuck-a"));
        folder.awaitTaken("routes/stuck/a.camel.yaml");
        var inHand = CompletableFuture.supplyAsync(() -> folder.ask("stuck-a"));
        await().until(() -> folder.camel().getInflightRepository().size("stuck-a") == 1);

        folder.save("routes/stuck/a.camel.yaml", Folder.answering("stuck-a", "new"));

        assertThat(folder.awaitRefusal("routes/stuck/a.camel.yaml"))
                .contains("still has 1 messages in hand after 2000 ms");
        assertThat(inHand.get(10, TimeUnit.SECONDS)).isEqualTo("old");
        folder.awaitTaken("routes/stuck/a.camel.yaml");
        assertThat(folder.ask("stuck-a")).isEqualTo("new");
    }

    private static String slow(String millis, String answer) {
        return Folder.answering("slow-a", answer)
                + """
                        - delay:
                            id: think
                            expression:
                              constant:
                                expression: "%s"
                """
                        .formatted(millis);
    }
}
