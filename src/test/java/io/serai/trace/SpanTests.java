package io.serai.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.serai.channel.wire.Correlation;
import io.serai.channel.wire.SpanMarks;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What of a span leaves, which ones are made, and what they are marked with. */
class SpanTests {

    private static final String CARD = "4111111111111111";

    @Test
    void letsOnlyWhatIsListedLeaveAndMasksThat() {
        Told told = new Told(1);

        Span span = told.tracer().spanBuilder("GET " + CARD).startSpan();
        span.setAttribute("url.full", "https://channel.example/hotels?key=secret");
        span.setAttribute("http.request.header.authorization", "secret");
        span.setAttribute("camel.uri", "http://channel.example?password=secret");
        span.setAttribute("url.path", "/bookings/" + CARD);
        span.setStatus(StatusCode.ERROR, "guest Ana: secret");
        span.addEvent("log", Attributes.of(AttributeKey.stringKey("message"), "secret"));
        span.recordException(new IllegalStateException("guest Ana: secret"));
        span.end();

        SpanData left = told.spans().get(0);
        assertThat(left.getName()).isEqualTo("GET ***1111");
        assertThat(left.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("url.path"), "/bookings/***1111")
                .containsEntry(
                        AttributeKey.stringKey("error.type"), "java.lang.IllegalStateException")
                .hasSize(3);
        assertThat(left.getEvents()).isEmpty();
        assertThat(left.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(left.getStatus().getDescription()).isEmpty();
    }

    @Test
    void tracesAllOfAnActOrNothing() {
        Told told = new Told(0.5);

        for (int act = 0; act < 200; act++) {
            Span begun = told.tracer().spanBuilder("act").startSpan();
            try (Scope within = begun.makeCurrent()) {
                told.tracer().spanBuilder("part").startSpan().end();
            }
            begun.end();
        }

        assertThat(told.spans()).hasSizeBetween(100, 300);
        assertThat(told.spans())
                .filteredOn(span -> span.getName().equals("part"))
                .hasSize(told.spans().size() / 2)
                .allMatch(span -> span.getParentSpanContext().isValid());
    }

    @Test
    void decidesItselfWhetherACallersTraceIsTold() {
        Told all = new Told(1);
        Told nothing = new Told(0);

        called(all, TraceFlags.getDefault());
        called(nothing, TraceFlags.getSampled());

        assertThat(all.spans()).hasSize(1);
        assertThat(nothing.spans()).isEmpty();
    }

    private static void called(Told told, TraceFlags flags) {
        SpanContext caller =
                SpanContext.createFromRemoteParent(
                        "0af7651916cd43dd8448eb211c80319c",
                        "b7ad6b7169203331",
                        flags,
                        TraceState.getDefault());
        told.tracer()
                .spanBuilder("called")
                .setParent(Context.root().with(Span.wrap(caller)))
                .startSpan()
                .end();
    }

    @Test
    void tellsOfNoStatementThatNobodyAskedFor() {
        Told told = new Told(1);

        told.tracer().spanBuilder("SELECT claims").setSpanKind(SpanKind.CLIENT).startSpan().end();

        assertThat(told.spans()).isEmpty();
    }

    @Test
    void saysOnceThatNothingIsTakenAndOnceThatItIsAgain() {
        Told told = new Told(1);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(OnlyWhatMayLeave.class);
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);

        told.away(true);
        IntStream.range(0, 3).forEach(n -> told.tracer().spanBuilder("away").startSpan().end());
        told.away(false);
        IntStream.range(0, 3).forEach(n -> told.tracer().spanBuilder("there").startSpan().end());
        log.detachAppender(lines);
        log.setLevel(null);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Traces are lost until their collector takes them: java.net.ConnectException: nobody there",
                        "Traces are taken again by their collector");
        assertThat(lines.list).allMatch(it -> it.getThrowableProxy() == null);
    }

    @Test
    void marksASpanAsTheThreadAndTheSpanAboveSay() {
        Told told = new Told(1);

        Span above = told.tracer().spanBuilder("round").startSpan();
        above.setAttribute(SpanMarks.HOTEL, 7L);
        try (Scope within = above.makeCurrent();
                Correlation.During acting = Correlation.during("attempt-12")) {
            told.tracer().spanBuilder("push").startSpan().end();
        }
        told.tracer().spanBuilder("settle").setParent(Context.root().with(above)).startSpan().end();

        assertThat(told.spans())
                .extracting(span -> span.getAttributes().get(SpanMarks.CORRELATION))
                .first()
                .isEqualTo("attempt-12");
        assertThat(told.spans())
                .extracting(span -> span.getAttributes().get(SpanMarks.HOTEL))
                .containsOnly(7L);
        assertThat(told.spans().get(1).getAttributes().get(SpanMarks.CORRELATION))
                .matches("[0-9a-f]{24}");
        assertThat(Correlation.known()).isNull();
    }
}
