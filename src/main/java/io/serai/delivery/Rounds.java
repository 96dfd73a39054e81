package io.serai.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.serai.ari.Batch;
import io.serai.channel.DoorHeaders;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.channel.connection.BaseUrls;
import io.serai.channel.wire.SpanMarks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/**
 * What the dispatch routes call, step by step: who is due, what to tell, what was answered. Every
 * step leaves the database such that a kill after it loses nothing.
 */
@Component("rounds")
public class Rounds {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Claims claims;
    private final Connections connections;
    private final Marks marks;
    private final Comparing comparing;
    private final Attempts attempts;
    private final Settlements settlements;
    private final Ladder ladder;
    private final Fitting fitting;
    private final DeliveryAlerts alerts;
    private final Wakes wakes;
    private final DeliverySettings settings;
    private final ObjectMapper json;
    private final Workers workers;
    private final Closures closures;

    Rounds(
            Claims claims,
            Connections connections,
            Marks marks,
            Comparing comparing,
            Attempts attempts,
            Settlements settlements,
            Ladder ladder,
            Fitting fitting,
            DeliveryAlerts alerts,
            Wakes wakes,
            DeliverySettings settings,
            ObjectMapper json,
            Workers workers,
            Closures closures) {
        this.claims = claims;
        this.connections = connections;
        this.marks = marks;
        this.comparing = comparing;
        this.attempts = attempts;
        this.settlements = settlements;
        this.ladder = ladder;
        this.fitting = fitting;
        this.alerts = alerts;
        this.wakes = wakes;
        this.settings = settings;
        this.json = json;
        this.workers = workers;
        this.closures = closures;
    }

    /** Claims the connections that are due, as many as this instance has workers free. */
    public List<Claim> due() {
        return workers.use(free -> claims.take(free, settings.lease()));
    }

    /**
     * Compares what the connection's marks name; the round holds the messages it takes. The marks
     * are read first: one that is seen is compared by terms as new as it.
     */
    public Round begin(Claim claim) {
        Attempts.Left left = attempts.left(claim);
        if (left.running()) {
            claims.again(claim, left.rest());
            return Round.nothing(claim);
        }
        if (left.calls() > 0) {
            attempts.giveUp(claim);
        }
        List<Mark> seen = marks.read(claim.connection(), settings.marks());
        Optional<Connection> found = connections.find(claim.connection());
        if (found.isEmpty()) {
            claims.again(claim, settings.lease());
            return Round.nothing(claim);
        }
        Span.current()
                .setAttribute(SpanMarks.HOTEL, found.get().hotel())
                .setAttribute(SpanMarks.CONNECTION, found.get().id());
        Comparison comparison = comparing.compare(found.get(), seen);
        Messages messages =
                new Messages(comparison.batches(), comparison.pressing(), settings.bulk());
        boolean bulk = messages.isBulk() && workers.bulkBegins();
        if (messages.isBulk() && !bulk && !messages.nextIsUrgent()) {
            claims.again(claim, Workers.AGAIN);
            return Round.nothing(claim);
        }
        return Round.of(claim, found.get(), seen, messages, settings.isolating(), bulk);
    }

    /** Records the next message as sent and puts it on the exchange, in the words of the port. */
    public void open(Exchange exchange) throws JsonProcessingException {
        Round round = round(exchange);
        Batch message = round.tell();
        Fitting.Fitted fitted = fitting.fit(round.connection(), message);
        if (fitted.rest() != null) {
            round.messages()
                    .putBack(
                            round.channel().request(fitted.rest().request()),
                            message,
                            fitted.rest());
        }
        Batch batch = fitted.batch();
        Attempt attempt =
                attempts.open(round.claim(), round.connection(), batch, round.oldestMark());
        round.begin(attempt);
        Message push = exchange.getMessage();
        push.removeHeaders("*");
        push.setHeader("Serai-Account", round.connection().account());
        push.setHeader("Serai-Connection", round.connection().id());
        push.setHeader("Serai-Attempt", attempt.id());
        push.setHeader("Serai-Call", batch.request());
        push.setHeader(DoorHeaders.URGENCY, round.messages().urgency(batch).word());
        push.setBody(fitted.body());
        BaseUrls.address(exchange, round.connection().baseUrl());
    }

    /** Records what the answer means, and what of it is sent again or waits. */
    public void settle(Exchange exchange) throws JsonProcessingException {
        Round round = round(exchange);
        Attempt attempt = round.attempt();
        PushAnswer answer =
                json.readValue(exchange.getMessage().getBody(String.class), PushAnswer.class);
        Verdict judged = Judge.judge(attempt.batch(), answer);
        boolean fails = Judge.ends(judged.outcome()) || judged.waits();
        Claims.Pause pause = fails && !judged.putOff() ? pause(round, judged) : null;
        boolean over = pause != null && Ladder.isOver(round.channel(), judged, pause);
        Verdict verdict = over ? judged.givenUp(attempt.batch(), pause.words()) : judged;
        settlements.settle(attempt, verdict);
        round.again(verdict);
        if (judged.putOff()) {
            round.end()
                    .putOff(Duration.ofSeconds(Objects.requireNonNullElse(judged.retryAfter(), 1)));
        } else if (round.needsLook() && closures.came(round)) {
            round.giveWay();
        }
        if (verdict.outcome() == Outcome.BROKEN) {
            String words = Objects.requireNonNullElse(verdict.words(), "refused by the channel");
            connections.broken(round.connection().id(), words);
            alerts.stopped(round.connection(), words);
        }
        if (over) {
            claims.newLadder(round.claim());
            alerts.dropped(round.connection(), attempt.id(), pause.words());
        } else if (pause != null && Judge.ends(verdict.outcome())) {
            round.end().pause(pause);
        } else if (pause != null) {
            round.end().rest(pause);
        }
        if (pause != null && pause.held() && !over && Ladder.isNew(round.channel(), pause)) {
            alerts.held(round.connection(), pause.rung(), pause.words());
        }
        round.answered();
    }

    private Claims.Pause pause(Round round, Verdict verdict) {
        return ladder.after(round.claim(), round.channel(), verdict);
    }

    /** Gives the claim back; marks are forgotten only when all they named is told or refused. */
    public void finish(Exchange exchange) {
        Round round = exchange.getProperty("round", Round.class);
        workers.done(round != null && round.isBulk());
        Duration rest = Duration.ZERO;
        if (round == null) {
            claims.again(exchange.getProperty("claim", Claim.class), SHORT);
        } else if (round.end().pause() != null) {
            claims.wait(round.claim(), round.end().pause());
        } else if (round.end().putOff() != null) {
            claims.again(round.claim(), round.end().putOff());
        } else if (round.complete()) {
            marks.delete(round.marks());
            rest = round.messages().wereNone() ? settings.rest() : Duration.ZERO;
            claims.done(round.claim(), rest);
        } else if (!round.isNothing()) {
            claims.again(round.claim(), round.givesWay() ? round.restsFor() : SHORT);
        }
        wakes.hereAfter(rest);
        if (!rest.isZero() && workers.areWanted()) {
            wakes.here();
        }
    }

    private static Round round(Exchange exchange) {
        return exchange.getProperty("round", Round.class);
    }
}
