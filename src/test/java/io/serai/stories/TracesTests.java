package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.serai.api.ApiClient;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.Collector;
import io.serai.testing.Collector.Span;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RoutePolicyFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Serai does is told to a collector of traces, and found there by the correlation id. */
class TracesTests {

    private static final LocalDate NIGHT = Story.month().atDay(9);

    private static Collector collector;
    private static RunningSerai serai;
    private static Story story;
    private static ApiClient hotel;

    @BeforeAll
    static void aCollector() throws IOException {
        collector = new Collector();
        serai =
                RunningSerai.with(
                        Map.of(
                                "serai.tracing.endpoint", collector.url(),
                                "serai.tracing.headers", "X-Collector=known to both",
                                "serai.tracing.every", "100ms"));
        story = Story.begin(serai, 4);
        hotel = ApiClient.user(story.serai(), "traced", "engineer", story.hotel());
    }

    @AfterAll
    static void end() {
        serai.close();
        collector.close();
    }

    @Test
    void joinsRouteCallAndStatementsUnderTheCorrelationOfTheDelivery() {
        Reply set = price("133.50");
        String asked = set.whole().headers().firstValue("X-Correlation-Id").orElseThrow();
        JsonNode sent = sent("133.5");
        String delivered = sent.path("correlation").asText();

        List<Span> call = awaited(asked, span -> span.kind().equals("server"));
        assertThat(call)
                .anyMatch(
                        span ->
                                span.name().equals("api-rate-night-set")
                                        && span.kind().equals("server"))
                .anyMatch(span -> span.mark("serai.route").equals("api-rate-night-set"))
                .anyMatch(Span::isStatement)
                .allMatch(span -> span.mark("serai.hotel").equals("" + story.hotel()));
        assertThat(traces(call)).hasSize(1);

        assertThat(delivered).isEqualTo("attempt-" + sent.path("attempt").asText());
        List<Span> round =
                awaited(delivered, span -> span.mark("serai.route").equals("bookingcom-ari-push"));
        assertThat(round)
                .anyMatch(
                        span ->
                                span.name().equals("bookingcom-supply-call")
                                        && span.mark("serai.step").equals("send"))
                .anyMatch(
                        span ->
                                span.name().equals("call rates")
                                        && !span.mark("url.path").isEmpty())
                .anyMatch(
                        span ->
                                span.name().equals("POST")
                                        && span.kind().equals("client")
                                        && span.mark("http.response.status_code").equals("200"))
                .anyMatch(Span::isStatement)
                .allMatch(span -> span.mark("serai.attempt").equals(sent.path("attempt").asText()))
                .allMatch(span -> span.mark("serai.connection").equals("" + story.connection()))
                .allMatch(span -> span.mark("serai.hotel").equals("" + story.hotel()));
        assertThat(traces(round)).hasSize(1).doesNotContainAnyElementsOf(traces(call));
        assertThat(logged(delivered)).contains("rates " + sent.path("attempt").asText());
        assertThat(whole(round))
                .anyMatch(span -> span.name().equals("ari-deliver") && span.parent().isEmpty());
    }

    @Test
    void keepsAPollOneTraceWhereItsReservationsAreTakenInByOthers() {
        story.sandbox()
                .post(
                        "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                        """
                        {"arrival":"%s","departure":"%s","rooms":[{"room":%d,"rate":%d,"adults":2,"children":0,"guest":"Quintiliana Example"}],
                         "booker":{"firstName":"Quintiliana","lastName":"Example","phone":"+351000000"}}
                        """
                                .formatted(
                                        NIGHT.plusDays(3),
                                        NIGHT.plusDays(4),
                                        story.remoteRoom(),
                                        story.remoteRate(0)));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !collector.spans(TracesTests::isTaking).isEmpty());

        List<Span> poll = whole(collector.spans(TracesTests::isTaking));
        String correlation = poll.get(0).mark("serai.correlation");
        assertThat(poll)
                .anyMatch(span -> span.name().equals("reservations-ask") && span.parent().isEmpty())
                .anyMatch(span -> span.isStatement() && span.name().contains("reservations"))
                .allMatch(span -> span.mark("serai.correlation").equals(correlation));
        assertThat(logged(correlation)).isNotEmpty();
        assertThat(collector.texts()).doesNotContain("Quintiliana", "351000000");
    }

    private static boolean isTaking(Span span) {
        return span.mark("serai.route").equals("reservation-take");
    }

    @Test
    void goesOnWithTheTraceOfItsCallerButTakesNothingElseOfIt() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(serai.url() + "/api/connections?secret=open-sesame"))
                        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-00")
                        .header("tracestate", "vendor=open-sesame")
                        .header("baggage", "guest=open-sesame")
                        .header("Authorization", "Bearer open-sesame-1234")
                        .header("X-Correlation-Id", "of-a-stranger")
                        .build();

        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        List<Span> call = awaited("of-a-stranger", span -> span.kind().equals("server"));
        assertThat(call)
                .first()
                .satisfies(
                        span -> {
                            assertThat(span.trace()).isEqualTo(trace);
                            assertThat(span.parent()).isEqualTo("b7ad6b7169203331");
                            assertThat(span.mark("http.response.status_code")).isEqualTo("401");
                        });
        assertThat(collector.texts()).doesNotContain("open-sesame");
    }

    @Test
    void tellsNeitherCredentialsNorValuesNorWhatCouldNotBeDone() {
        price("144.00");
        sent("144");

        assertThat(collector.shown()).containsExactly("known to both");
        assertThat(collector.spans(Span::isStatement))
                .hasSizeGreaterThan(20)
                .noneMatch(span -> span.mark("db.statement").contains("'"));
        assertThat(collector.spans(span -> span.events() > 0)).isEmpty();
        assertThat(collector.texts())
                .doesNotContain(
                        "secret-", "client-", "Casa do Mar", "Garden Double", "14400", "144.00")
                .doesNotContain("known to both", "noop", "Basic ");
    }

    @Test
    void saysNothingOfLookingWhetherThereIsWork() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> collector.spans(span -> true).size() > 100);

        Set<String> beginnings =
                collector.spans(span -> span.parent().isEmpty()).stream()
                        .map(Span::name)
                        .collect(Collectors.toSet());

        assertThat(beginnings)
                .contains("ari-deliver")
                .noneMatch(
                        name ->
                                name.endsWith("-due")
                                        || name.endsWith("-wake")
                                        || name.endsWith("-tick"))
                .noneMatch(name -> name.startsWith("SELECT") || name.startsWith("UPDATE"));
        assertThat(collector.spans(span -> span.mark("serai.correlation").isEmpty())).isEmpty();
    }

    @Test
    void isFreeWhereNoCollectorIsNamed() {
        RunningSerai usual = RunningSerai.shared();
        CamelContext camel = usual.part(CamelContext.class);

        assertThat(camel.getRegistry().findByType(OpenTelemetry.class)).isEmpty();
        assertThat(camel.getRegistry().findByType(Tracer.class)).isEmpty();
        assertThat(camel.getRoutePolicyFactories())
                .extracting(RoutePolicyFactory::getClass)
                .noneMatch(factory -> factory.getPackageName().startsWith("io.serai"));
        assertThat(camel.getRegistry().lookupByName("tracedStatements")).isNull();
    }

    private static Reply price(String amount) {
        return hotel.patch(
                "/api/rate-sync/hotels/%d/nights/%d/%s"
                        .formatted(story.hotel(), story.product(0), NIGHT),
                "{\"prices\":[\"" + amount + "\"]}");
    }

    /** The delivery that told this price, once it was answered. */
    private static JsonNode sent(String amount) {
        JsonNode[] found = new JsonNode[1];
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            JsonNode history =
                                    hotel.get(
                                                    "/api/rate-sync/hotels/%d/nights/%d/%s/history"
                                                            .formatted(
                                                                    story.hotel(),
                                                                    story.product(0),
                                                                    NIGHT))
                                            .body()
                                            .path("history");
                            for (JsonNode it : history) {
                                if (it.path("what").asText().equals("sent")
                                        && it.path("sent").toString().contains(amount)) {
                                    found[0] = it;
                                }
                            }
                            return found[0] != null;
                        });
        story.quiet();
        return found[0];
    }

    private static List<Span> awaited(String correlation, Predicate<Span> last) {
        await(correlation)
                .atMost(Duration.ofSeconds(20))
                .until(() -> collector.of(correlation).stream().anyMatch(last));
        return collector.of(correlation);
    }

    private static Set<String> traces(List<Span> spans) {
        return spans.stream().map(Span::trace).collect(Collectors.toSet());
    }

    /** All of the trace that these stand in, once it has begun and ended. */
    private static List<Span> whole(List<Span> some) {
        String trace = some.get(0).trace();
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                collector.spans(
                                        span ->
                                                span.trace().equals(trace)
                                                        && span.parent().isEmpty()),
                        found -> !found.isEmpty());
        return collector.spans(span -> span.trace().equals(trace));
    }

    private static List<String> logged(String correlation) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                story.sql()
                                        .sql(
                                                "select concat_ws(' ', name, attempt_id) from ota_sync_logs where correlation = ?")
                                        .param(correlation)
                                        .query(String.class)
                                        .list(),
                        rows -> !rows.isEmpty());
    }
}
