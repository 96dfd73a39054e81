package io.serai.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.ari.Batch;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the dispatch routes call, step by step: who is due, what to tell, what was answered. Every
 * step leaves the database such that a kill after it loses nothing.
 */
@Component("rounds")
public class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Claims claims;
    private final Connections connections;
    private final Marks marks;
    private final Comparing comparing;
    private final Attempts attempts;
    private final Settlements settlements;
    private final Ladder ladder;
    private final Wakes wakes;
    private final DeliverySettings settings;
    private final ObjectMapper json;
    private final Semaphore workers;

    Rounds(
            Claims claims,
            Connections connections,
            Marks marks,
            Comparing comparing,
            Attempts attempts,
            Settlements settlements,
            Ladder ladder,
            Wakes wakes,
            DeliverySettings settings,
            ObjectMapper json) {
        this.claims = claims;
        this.connections = connections;
        this.marks = marks;
        this.comparing = comparing;
        this.attempts = attempts;
        this.settlements = settlements;
        this.ladder = ladder;
        this.wakes = wakes;
        this.settings = settings;
        this.json = json;
        this.workers = new Semaphore(settings.workers());
    }

    /** Claims the connections that are due, as many as this instance has workers free. */
    public List<Claim> due() {
        int free = workers.drainPermits();
        int taken = 0;
        try {
            List<Claim> due = free == 0 ? List.of() : claims.take(free, settings.lease());
            taken = due.size();
            return due;
        } finally {
            workers.release(free - taken);
        }
    }

    /** Compares what the connection's marks name; the round holds the messages it takes. */
    public Round begin(Claim claim) {
        Attempts.Left left = attempts.left(claim);
        if (left.running()) {
            claims.again(claim, left.rest());
            return Round.nothing(claim);
        }
        if (left.calls() > 0) {
            attempts.giveUp(claim);
        }
        Optional<Connection> found = connections.find(claim.connection());
        if (found.isEmpty()) {
            claims.again(claim, settings.lease());
            return Round.nothing(claim);
        }
        List<Mark> seen = marks.read(claim.connection(), settings.marks());
        Comparison comparison = comparing.compare(found.get(), seen);
        return Round.of(claim, found.get(), seen, comparison.batches());
    }

    /** Records the next message as sent and puts it on the exchange, in the words of the port. */
    public void open(Exchange exchange) throws JsonProcessingException {
        Round round = round(exchange);
        Batch batch = round.next();
        String body = body(round, batch);
        while (isTooLarge(round, batch, body)) {
            List<Batch> halves = batch.halves();
            batch = halves.get(0);
            round.again(halves.subList(1, 2));
            body = body(round, batch);
        }
        Attempt attempt = attempts.open(round.claim(), round.connection(), batch);
        round.begin(attempt);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader("Serai-Account", round.connection().account());
        message.setHeader("Serai-Connection", round.connection().id());
        message.setHeader("Serai-Attempt", attempt.id());
        message.setHeader("Serai-Call", batch.request());
        message.setBody(body);
    }

    private String body(Round round, Batch batch) throws JsonProcessingException {
        return json.writeValueAsString(new PushMessage(round.connection()).of(batch));
    }

    private static boolean isTooLarge(Round round, Batch batch, String body) {
        Integer most = round.connection().channel().definition().request(batch.request()).bytes();
        return most != null
                && batch.ranges().size() > 1
                && body.getBytes(StandardCharsets.UTF_8).length > most;
    }

    /** Records what the answer means, and what of it is sent again or waits. */
    public void settle(Exchange exchange) throws JsonProcessingException {
        Round round = round(exchange);
        Attempt attempt = round.attempt();
        PushAnswer answer =
                json.readValue(exchange.getMessage().getBody(String.class), PushAnswer.class);
        Verdict verdict = Judge.judge(attempt.batch(), answer);
        settlements.settle(attempt, verdict);
        round.answered();
        round.again(verdict.again());
        if (verdict.outcome() == Outcome.BROKEN) {
            String words = Objects.requireNonNullElse(verdict.words(), "refused by the channel");
            connections.broken(round.connection().id(), words);
            LOG.warn("connection {} is broken: {}", round.connection().id(), words);
        }
        if (Judge.ends(verdict.outcome())) {
            round.pause(pause(round, verdict));
        } else if (verdict.waits()) {
            round.rest(pause(round, verdict));
        }
    }

    private Claims.Pause pause(Round round, Verdict verdict) {
        Claims.Pause pause =
                ladder.after(round.claim(), round.connection().channel().definition(), verdict);
        if (pause.held()) {
            LOG.warn(
                    "connection {} is held after {} tries: {}",
                    round.connection().id(),
                    pause.rung(),
                    pause.words());
        }
        return pause;
    }

    /** Gives the claim back; marks are forgotten only when all they named is told or refused. */
    public void finish(Exchange exchange) {
        workers.release();
        Round round = exchange.getProperty("round", Round.class);
        if (round == null) {
            claims.again(exchange.getProperty("claim", Claim.class), SHORT);
        } else if (round.pause() != null) {
            claims.wait(round.claim(), round.pause());
        } else if (round.complete()) {
            marks.delete(round.marks());
            claims.done(round.claim());
        } else if (!round.isNothing()) {
            claims.again(round.claim(), SHORT);
        }
        wakes.here();
    }

    private static Round round(Exchange exchange) {
        return exchange.getProperty("round", Round.class);
    }
}
